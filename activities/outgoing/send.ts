/** What a mail carries beside its words: the prefilled form with the notice, the date for the calendar, a released document. */

import { partsOf } from '../../domain/obligation/obligation.ts';
import { formOf, prefilledReport } from '../../domain/obligation/report-form.ts';
import { findUnit } from '../../domain/plan/roster.ts';
import type { About } from '../../domain/texts/facts.ts';
import { byWhen } from '../../domain/texts/language/zh.ts';
import { periodLabel } from '../../domain/time/dates-in-words.ts';
import { parsePeriod } from '../../domain/time/period.ts';
import type { Instant } from '../../domain/time/time.ts';
import { deadlineIcs } from '../../gateways/calendar/ics.ts';
import { letterDocx } from '../../gateways/documents/letter-docx.ts';
import type { Attachment, MailMessage } from '../../gateways/gateway.ts';
import type { Db } from '../../store/db/pool.ts';
import { lastReport } from '../../store/read/submissions.ts';
import { formFiles } from '../form-files.ts';
import { type MessageToSend, type PlanPart, workOf } from '../message.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export async function attachmentsOf(db: Db, message: MessageToSend): Promise<Attachment[]> {
  const [{ facts, rules }] = message.byPlan;
  const madeOn = rules.zone.iso(message.plannedAt);
  if (message.letter !== null) {
    const content = await letterDocx(message.letter, rules.zone.iso(message.date));
    // A title that was edited may hold anything.
    const filename = `${inFileName(message.subject)}.docx`;
    return [{ filename, contentType: DOCX, content }];
  }
  if (facts.kind !== 'notice') return furtherDates(message);
  const { byPlan } = message;
  const forms = byPlan.flatMap((part) => {
    // The same unit may owe in both.
    const work = byPlan.length > 1 ? workOf(byPlan, part) : '';
    return part.facts.about.map((about) => formsOf(db, part, about, { madeOn, work }));
  });
  return [...(await Promise.all(forms)).flat(), ...furtherDates(message)];
}

const inFileName = (title: string): string => title.replace(/[/\\]/g, '_');

/** A file for each obligation but the first: Outlook opens one with several events as a calendar of its own. */
const furtherDates = (message: MessageToSend): Attachment[] =>
  datesOf(message)
    .slice(1)
    .map((content, n) => ({
      filename: `deadline-${n + 2}.ics`,
      contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
      content: Buffer.from(content),
    }));

async function formsOf(
  db: Db,
  { rules }: PlanPart,
  about: About,
  { madeOn, work }: { readonly madeOn: string; readonly work: string },
): Promise<Attachment[]> {
  const { plan } = rules;
  const { unit: code, period } = partsOf(about.obligation);
  const owes = {
    unit: findUnit(plan, code),
    items: about.items.map((item) => item.no),
    optionalItems: about.optionalItems,
  };
  const last = await lastReport(db, plan.id, code, period);
  const report = prefilledReport({ ...owes, isTown: about.isTown }, last, plan.items);
  const form = formOf(plan, parsePeriod(period), owes, byWhen(about, rules.zone), report, last);
  const { docx, xlsx } = await formFiles(form, madeOn);
  const name = inFileName(`${periodLabel(period)}${work}报送表（${about.unitName}）`);
  return [
    { filename: `${name}.docx`, contentType: DOCX, content: docx },
    { filename: `${name}.xlsx`, contentType: XLSX, content: xlsx },
  ];
}

export function calendarOf(message: MessageToSend): NonNullable<MailMessage['calendar']> | null {
  const [content] = datesOf(message);
  return content === undefined ? null : { method: 'PUBLISH', content, filename: 'deadline.ics' };
}

/** With the notice, and again whenever the date changes: the same event, one sequence on. */
const datesOf = ({ byPlan, date }: MessageToSend): string[] =>
  byPlan.flatMap((part) =>
    bringsDates(part)
      ? part.facts.about.map((about) => dateOf(part, about, { work: workOf(byPlan, part), date }))
      : [],
  );

const bringsDates = ({ facts: { kind } }: PlanPart): boolean =>
  kind === 'notice' || kind === 'extended' || kind === 'returned';

const dateOf = (
  part: PlanPart,
  about: About,
  { work, date: stamp }: { readonly work: string; readonly date: Instant },
): string =>
  deadlineIcs({
    uid: `${about.obligation.replaceAll('/', '-')}@cuibao`,
    sequence: about.cycle - 1,
    summary: `${work}：${periodLabel(about.period)}报送截止（${about.unitName}）`,
    day: about.effectiveDue,
    description: eventText(part, about),
    stamp,
  });

const eventText = ({ facts, rules }: PlanPart, about: About): string =>
  `${byWhen(about, rules.zone)}报送${facts.sender.bureau}，咨询电话：${facts.sender.phone}`;
