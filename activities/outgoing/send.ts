/** Makes the files of a message and hands it to its gateway, once. Gateways time out before the activity does. */
import { cancellationSignal } from '@temporalio/activity';
import { partsOf } from '../../domain/obligation/obligation.ts';
import { type Form, formOf, prefilledReport } from '../../domain/obligation/report-form.ts';
import { findUnit } from '../../domain/plan/roster.ts';
import type { About } from '../../domain/texts/facts.ts';
import { byWhen } from '../../domain/texts/language/zh.ts';
import { periodLabel } from '../../domain/time/dates-in-words.ts';
import { parsePeriod } from '../../domain/time/period.ts';
import type { Instant } from '../../domain/time/time.ts';
import { deadlineIcs } from '../../gateways/calendar/ics.ts';
import { formDocx } from '../../gateways/documents/form-docx.ts';
import { formXlsx } from '../../gateways/documents/form-xlsx.ts';
import { letterDocx } from '../../gateways/documents/letter-docx.ts';
import type { Attachment, HandedOver, MailMessage } from '../../gateways/gateway.ts';
import type { Db } from '../../store/db/pool.ts';
import { readCompiled } from '../../store/read/compilations.ts';
import { lastReport } from '../../store/read/submissions.ts';
import type { Deps } from '../deps.ts';
import { workOf } from './compose.ts';
import { obligationsIn, type PlanPart, type ToSend, unitKind } from './outgoing.ts';

export async function send(
  { mail, sms, robot, pool }: Pick<Deps, 'mail' | 'sms' | 'robot' | 'pool'>,
  message: ToSend,
): Promise<HandedOver> {
  const { key, to, subject, text, owner } = message;
  const signal = cancellationSignal();
  const date = new Date(message.date);
  const threads = owner.obligation === null ? [owner.round] : obligationsIn(message);
  const plans = [...new Set(threads.map((id) => partsOf(id).plan))];
  switch (message.channel) {
    case 'robot':
      if (robot === null) throw new Error('there is no robot');
      return robot.send({ key, text, plans }, signal);
    case 'sms':
      return sms.send(
        { key, to: to.address, text, kind: unitKind(owner.kind), date, plans },
        signal,
      );
    case 'email': {
      const calendar = calendarOf(message);
      const attachments = await attachmentsOf(pool, message);
      const dates = calendar === null ? {} : { calendar };
      return mail.send(
        { key, to, subject, text, attachments, ...dates, threads, plans, date },
        signal,
      );
    }
  }
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function attachmentsOf(db: Db, message: ToSend): Promise<Attachment[]> {
  const { byPlan, letter, compilation } = message.content;
  const [first] = byPlan;
  if (!first)
    return compilation === null ? [] : compiledReport(db, message.owner.round, compilation);
  const { zone } = first.rules;
  if (letter !== null) {
    const content = await letterDocx(letter, zone.iso(message.date));
    // The title may have been edited.
    const filename = `${inFileName(message.subject)}.docx`;
    return [{ filename, contentType: DOCX, content }];
  }
  if (first.facts.kind !== 'notice') return furtherDates(message);
  // The planned moment, not the present, so that liaison and deputy get identical files.
  const madeOn = zone.iso(message.owner.at);
  const forms = byPlan.flatMap((part) => {
    // The unit may owe a report in several plans.
    const work = byPlan.length > 1 ? workOf(byPlan, part) : '';
    return part.facts.about.map((about) => formsOf(db, part, about, { madeOn, work }));
  });
  return [...(await Promise.all(forms)).flat(), ...furtherDates(message)];
}

async function compiledReport(db: Db, round: string, version: number): Promise<Attachment[]> {
  const made = await readCompiled(db, round, version);
  if (!made) return [];
  const filename = `汇总报告第${version}版.docx`;
  return [{ filename, contentType: DOCX, content: made.document }];
}

const inFileName = (title: string): string => title.replace(/[/\\]/g, '_');

/** One file for each obligation after the first: Outlook opens a file with several events as a separate calendar. */
const furtherDates = (message: ToSend): Attachment[] =>
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

function calendarOf(message: ToSend): NonNullable<MailMessage['calendar']> | null {
  const [content] = datesOf(message);
  return content === undefined ? null : { method: 'PUBLISH', content, filename: 'deadline.ics' };
}

/** With the notice and whenever the date changes: the same event with the next sequence number. */
const datesOf = ({ content: { byPlan }, date }: ToSend): string[] =>
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

type FormFiles = { readonly docx: Buffer; readonly xlsx: Buffer };

/**
 * Liaison and deputy get the same form. Kept are more than the obligations whose notices are sent at once
 * (worker/run.ts).
 */
const KEPT = 50;
const kept = new Map<string, Promise<FormFiles>>();

/** @param made ISO 8601; the same form of the same moment gives the same bytes */
function formFiles(form: Form, made: string): Promise<FormFiles> {
  const key = JSON.stringify([form, made]);
  const known = kept.get(key);
  if (known) return known;
  const files = makeFiles(form, made);
  kept.set(key, files);
  files.catch(() => kept.delete(key));
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return files;
}

async function makeFiles(form: Form, made: string): Promise<FormFiles> {
  const [docx, xlsx] = await Promise.all([formDocx(form, made), formXlsx(form)]);
  return { docx, xlsx };
}
