/**
 * What an administrator uploads, checked. The page that shows the changes carries the files along and sends them once
 * more with the confirmation: nothing has to be kept in between, on disk or in a process that may be started anew.
 */
import { createHash } from 'node:crypto';
import type { Plan } from '../../domain/plan.ts';
import { Problem } from '../../domain/problem.ts';
import type { WorkCalendar } from '../../domain/workdays.ts';
import { readCalendarText, shippedCalendar } from '../../gateways/holidays.ts';
import { FILES, type FolderProblem, readPlanFiles } from '../../gateways/plan-folder.ts';
import { readContacts } from '../../store/plans.ts';
import type { Deps } from './deps.ts';
import type { Frame } from './frame.ts';

export const UPLOADS = [...FILES, 'calendar'] as const;
type Name = (typeof UPLOADS)[number];
/** Each file in Base64 of the kind that forms need not escape; empty when it was not sent. */
export type Uploaded = Readonly<Record<Name, string>>;

/** Instead of a file: the calendar that comes with the product. */
export const SHIPPED = 'shipped';

/** Room for 5,000 units; four of them in Base64 stay below what one form may hold. */
const LARGEST_FILE = 3 * 1024 * 1024;

export type Checked = {
  readonly problems: readonly FolderProblem[];
  /** Null when there are problems. */
  readonly wanted: { readonly plan: Plan; readonly calendar: WorkCalendar } | null;
};

/** Files, or their texts as the page before carried them along. */
export async function uploadedIn(sent: Readonly<Record<string, unknown>>): Promise<Uploaded> {
  const textOf = async (value: unknown) =>
    value instanceof File
      ? Buffer.from(await value.arrayBuffer()).toString('base64url')
      : typeof value === 'string'
        ? value
        : '';
  const entries = UPLOADS.map(async (name) => [name, await textOf(sent[name])] as const);
  return Object.fromEntries(await Promise.all(entries)) as Uploaded;
}

/** SHA-256 of everything sent, shown before and compared after. */
export const fingerprint = (uploaded: Uploaded): string =>
  createHash('sha256')
    .update(JSON.stringify(UPLOADS.map((name) => uploaded[name])))
    .digest('hex');

/** What was not sent stays as it is in force. */
export async function checkUpload(
  { pool, plan: own }: Deps,
  { words, rules }: Frame,
  uploaded: Uploaded,
): Promise<Checked> {
  const problems: FolderProblem[] = [];
  const fault = (file: string, message: string, remedy = '') => {
    problems.push({ file, line: null, cell: null, value: '', message, remedy });
  };
  if (UPLOADS.every((name) => uploaded[name] === '')) fault('', words.nothingChosen);
  const large = UPLOADS.filter((name) => bytesOf(uploaded[name]).length > LARGEST_FILE);
  for (const name of large) fault(name, words.fileTooLarge(LARGEST_FILE / 1024 / 1024));
  if (problems.length > 0) return { problems, wanted: null };

  const hasPlan = FILES.some((name) => uploaded[name] !== '');
  const read = hasPlan ? readPlanFiles(filesIn(uploaded)) : null;
  problems.push(...(read?.problems ?? []));
  if (read?.plan && read.plan.id !== own) {
    fault('plan.yaml', words.anotherPlan(read.plan.id, own), words.uploadOwnPlan);
  }
  const calendar = calendarIn(uploaded, rules.calendar);
  if (Array.isArray(calendar)) for (const sentence of calendar) fault('calendar', sentence);
  if (problems.length > 0 || Array.isArray(calendar)) return { problems, wanted: null };
  const plan = read?.plan ?? { ...rules.plan, contacts: await readContacts(pool, own) };
  return { problems, wanted: { plan, calendar } };
}

const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64url');

const filesIn = (uploaded: Uploaded) =>
  Object.fromEntries(
    FILES.filter((name) => uploaded[name] !== '').map((name) => [name, bytesOf(uploaded[name])]),
  );

/** @returns the calendar, or what is wrong with the file */
function calendarIn({ calendar }: Uploaded, inForce: WorkCalendar): WorkCalendar | string[] {
  if (calendar === '') return inForce;
  if (calendar === SHIPPED) return shippedCalendar();
  try {
    return readCalendarText('calendar', bytesOf(calendar).toString('utf8'));
  } catch (error) {
    if (error instanceof Problem) return error.message.split('\n');
    throw error;
  }
}
