/**
 * What an administrator uploads, checked. The page with the changes carries the files and sends them again with the
 * confirmation, so nothing is stored in between, on disk or in a process that may restart.
 */

import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Plan } from '../../../../domain/plan/plan.ts';
import { Problem } from '../../../../domain/problem.ts';
import type { WorkCalendar } from '../../../../domain/time/workdays.ts';
import { readCalendarText, shippedCalendar } from '../../../../gateways/calendar/holidays.ts';
import type { FolderProblem } from '../../../../gateways/plan-folder/folder-problem.ts';
import { FILES, readPlanFiles } from '../../../../gateways/plan-folder/read-folder.ts';
import { readContacts } from '../../../../store/read/contacts.ts';
import type { Deps } from '../../deps.ts';
import type { Frame } from '../../shared/frame.ts';

export const UPLOADS = [...FILES, 'texts', 'calendar'] as const;
type Name = (typeof UPLOADS)[number];
/**
 * Each file in base64url, which forms need not escape; empty when it was not sent. `texts` is one such text that holds
 * all templates by name.
 */
export type Uploaded = Readonly<Record<Name, string>>;

/** In place of a file: the calendar that comes with the product. */
export const SHIPPED = 'shipped';

/** Enough for 5,000 units; four such files in base64 fit into one form. */
const LARGEST_FILE = 3 * 1024 * 1024;

export type Checked = {
  readonly problems: readonly FolderProblem[];
  readonly wanted: { readonly plan: Plan; readonly calendar: WorkCalendar } | null;
};

/** Reads files, or their texts as carried by the page with the changes. */
export async function uploadedIn(sent: Readonly<Record<string, unknown>>): Promise<Uploaded> {
  const textOf = (value: unknown) =>
    value instanceof File ? encoded(value) : typeof value === 'string' ? value : '';
  const entries = UPLOADS.map(async (name) => [name, await textOf(sent[name])] as const);
  const uploaded = Object.fromEntries(await Promise.all(entries)) as Uploaded;
  const texts = await textFilesOf(sent[TEXTS_FIELD]);
  return texts === '' ? uploaded : { ...uploaded, texts };
}

/** SHA-256 of everything sent, to compare what was shown with what is confirmed. */
export const fingerprint = (uploaded: Uploaded): string =>
  createHash('sha256')
    .update(JSON.stringify(UPLOADS.map((name) => uploaded[name])))
    .digest('hex');

/** Files that were not sent keep what is in force. */
export async function checkUpload(deps: Deps, frame: Frame, uploaded: Uploaded): Promise<Checked> {
  const unfit = unfitFiles(frame, uploaded);
  if (unfit.length > 0) return { problems: unfit, wanted: null };
  const folder = await planIn(deps, frame, uploaded);
  const days = calendarIn(uploaded, frame.rules.calendar);
  return 'faults' in folder || 'faults' in days
    ? { problems: [folder, days].flatMap((read) => read.faults ?? []), wanted: null }
    : { problems: [], wanted: { plan: folder.plan, calendar: days.calendar } };
}

function unfitFiles({ words }: Frame, uploaded: Uploaded): FolderProblem[] {
  if (UPLOADS.every((name) => uploaded[name] === '')) return [fault('', words.nothingChosen)];
  return UPLOADS.filter((name) => bytesOf(uploaded[name]).length > LARGEST_FILE).map((name) =>
    fault(name, words.fileTooLarge(LARGEST_FILE / 1024 / 1024)),
  );
}

type Faults = { readonly faults: readonly FolderProblem[] };

async function planIn(
  { pool, plan: own }: Deps,
  { words, rules }: Frame,
  uploaded: Uploaded,
): Promise<{ readonly plan: Plan; readonly faults?: never } | Faults> {
  if ([...FILES, 'texts' as const].every((name) => uploaded[name] === '')) {
    return { plan: { ...rules.plan, contacts: await readContacts(pool, own) } };
  }
  const { plan, problems } = readPlanFiles(filesIn(uploaded), textFilesIn(uploaded.texts));
  if (!plan) return { faults: problems };
  if (plan.id === own) return { plan };
  return { faults: [fault('plan.yaml', words.anotherPlan(plan.id, own), words.uploadOwnPlan)] };
}

const filesIn = (uploaded: Uploaded) =>
  Object.fromEntries(
    FILES.filter((name) => uploaded[name] !== '').map((name) => [name, bytesOf(uploaded[name])]),
  );

function calendarIn(
  { calendar }: Uploaded,
  inForce: WorkCalendar,
): { readonly calendar: WorkCalendar; readonly faults?: never } | Faults {
  if (calendar === '') return { calendar: inForce };
  if (calendar === SHIPPED) return { calendar: shippedCalendar() };
  try {
    return { calendar: readCalendarText('calendar', bytesOf(calendar).toString('utf8')) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { faults: error.message.split('\n').map((sentence) => fault('calendar', sentence)) };
  }
}

const fault = (file: string, message: string, remedy = ''): FolderProblem => ({
  file,
  line: null,
  cell: null,
  value: '',
  message,
  remedy,
});

/** The form's field for templates, any number of them. */
export const TEXTS_FIELD = 'texts[]';

/** All templates as one text for the form; empty when none was chosen. */
async function textFilesOf(sent: unknown): Promise<string> {
  const files = (Array.isArray(sent) ? sent : []).filter(
    (each): each is File => each instanceof File && each.name !== '',
  );
  if (files.length === 0) return '';
  const named = files.map(async (file) => [file.name.replace(/^.*[/\\]/, ''), await encoded(file)]);
  const all = JSON.stringify(Object.fromEntries(await Promise.all(named)));
  return Buffer.from(all).toString('base64url');
}

/** @throws Problem when the carried text is damaged */
function textFilesIn(texts: string): Record<string, Buffer> {
  if (texts === '') return {};
  const named = z.record(z.string(), z.string()).safeParse(parsed(bytesOf(texts).toString('utf8')));
  if (!named.success) throw new Problem('invalid', '上传的文本不完整，请重新选择文件。');
  return Object.fromEntries(
    Object.entries(named.data).map(([name, content]) => [name, bytesOf(content)]),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const encoded = async (file: File): Promise<string> =>
  Buffer.from(await file.arrayBuffer()).toString('base64url');
const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64url');
