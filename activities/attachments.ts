/** What a mail carries beside its words: the prefilled form with the notice, the date for the calendar, a released document. */
import type { About } from '../domain/facts.ts';
import { partsOf } from '../domain/obligation.ts';
import { parsePeriod } from '../domain/period.ts';
import { formOf } from '../domain/report/form.ts';
import { prefilledReport } from '../domain/report.ts';
import { findUnit } from '../domain/roster.ts';
import { periodLabel } from '../domain/texts/dates.ts';
import { byWhen } from '../domain/texts/zh/deadline.ts';
import { letterDocx } from '../gateways/documents/letter-docx.ts';
import type { Attachment, MailMessage } from '../gateways/gateway.ts';
import { deadlineIcs } from '../gateways/ics.ts';
import type { Db } from '../store/pool.ts';
import { lastReport } from '../store/submissions.ts';
import { formFiles } from './form-files.ts';
import type { MessageToSend } from './message.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export async function attachmentsOf(db: Db, message: MessageToSend): Promise<Attachment[]> {
  const { zone } = message.rules;
  if (message.letter !== null) {
    const content = await letterDocx(message.letter, zone.iso(message.date));
    // A title that was edited may hold anything.
    const filename = `${message.subject.replace(/[/\\]/g, '_')}.docx`;
    return [{ filename, contentType: DOCX, content }];
  }
  if (message.facts.kind !== 'notice') return furtherDates(message);
  const forms = message.facts.about.map((about) =>
    formsOf(db, message, about, zone.iso(message.plannedAt)),
  );
  return [...(await Promise.all(forms)).flat(), ...furtherDates(message)];
}

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
  { rules }: MessageToSend,
  about: About,
  made: string,
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
  const { docx, xlsx } = await formFiles(form, made);
  const name = `${periodLabel(period)}报送表（${about.unitName}）`;
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
function datesOf(message: MessageToSend): string[] {
  const { facts, date } = message;
  if (facts.kind !== 'notice' && facts.kind !== 'extended' && facts.kind !== 'returned') return [];
  return facts.about.map((about) =>
    deadlineIcs({
      uid: `${about.obligation.replaceAll('/', '-')}@cuibao`,
      sequence: message.cycle - 1,
      summary: `${facts.sender.subject}：${periodLabel(about.period)}报送截止（${about.unitName}）`,
      day: about.effectiveDue,
      description: eventText(message, about),
      stamp: date,
    }),
  );
}

const eventText = ({ facts, rules }: MessageToSend, about: About): string =>
  `${byWhen(about, rules.zone)}报送${facts.sender.bureau}，咨询电话：${facts.sender.phone}`;
