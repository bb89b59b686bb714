/** The form of 代录: how and when a report came, its evidence, and the problems of what was typed. */
import { WAYS, type Way } from '../../../domain/obligation/act.ts';
import type { FieldProblem } from '../../../domain/obligation/limits.ts';
import { fieldProblemsWith } from '../../../domain/obligation/report-problems.ts';
import type { Report } from '../../../domain/obligation/submission.ts';
import { Problem } from '../../../domain/problem.ts';
import {
  type Day,
  day,
  type Instant,
  isDay,
  timeOfDay,
  type Zone,
} from '../../../domain/time/time.ts';
import { readReportFile } from '../../../gateways/report-file/read-file.ts';
import {
  atTheirRows,
  type ReportValues,
  reportOf,
  startOf,
  withLastFigures,
} from '../report/field-values.ts';
import type { ReportScene } from '../report/report-scene.ts';
import { numbersOf } from '../report/sent-form.ts';
import type { Frame } from '../shared/frame.ts';
import type { Words } from '../shared/language.ts';

export type RecordField = 'way' | 'receivedOn' | 'receivedAt' | 'evidence' | 'proof' | 'form';
/** The report comes as a filled-in form, or is typed into the page. */
export type RecordedBy = 'file' | 'page';
export type RecordValues = Readonly<Record<Exclude<RecordField, 'proof' | 'form'>, string>> & {
  readonly content: RecordedBy;
};
export type RecordProblems = Partial<Record<RecordField, string>>;

/** Not `online`: units hand in online themselves. */
export const RECORDED_WAYS: readonly Way[] = WAYS.filter((way) => way !== 'online');
const MOST_EVIDENCE = 200;

export const NOTHING_TYPED: RecordValues = {
  way: '',
  receivedOn: '',
  receivedAt: '',
  evidence: '',
  content: 'file',
};

export function recordValues(sent: Readonly<Record<string, unknown>>): RecordValues {
  const text = (name: string) => {
    const value = sent[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    way: text('way'),
    receivedOn: text('receivedOn'),
    receivedAt: text('receivedAt'),
    evidence: text('evidence'),
    content: text('content') === 'page' ? 'page' : 'file',
  };
}

type Received = {
  readonly way: Way;
  readonly actuallyReceivedAt: Instant;
  readonly evidence: string;
};

/** @returns the values, or one sentence for each field with a problem */
export function readReceived(
  values: RecordValues,
  { words, zone, now }: { readonly words: Words; readonly zone: Zone; readonly now: Instant },
): Received | RecordProblems {
  const problems: RecordProblems = {};
  const way = RECORDED_WAYS.find((one) => one === values.way);
  if (!way) problems.way = words.fieldEmpty(words.recordFields.way);
  const at = momentOf(values, zone);
  if (!isDay(values.receivedOn)) {
    problems.receivedOn = words.fieldNoDay(words.recordFields.receivedOn, values.receivedOn);
  } else if (!isTime(values.receivedAt)) {
    problems.receivedAt = words.fieldNoTime(words.recordFields.receivedAt, values.receivedAt);
  } else if (at !== null && at > now) {
    problems.receivedOn = words.receivedInFuture(zone.dayOf(now), zone.timeOf(now));
  }
  const length = Array.from(values.evidence).length;
  const label = words.recordFields.evidence;
  if (length === 0) problems.evidence = words.fieldEmpty(label);
  if (length > MOST_EVIDENCE) problems.evidence = words.fieldTooLong(label, MOST_EVIDENCE, length);
  if (Object.keys(problems).length > 0 || !way || at === null) return problems;
  return { way, actuallyReceivedAt: at, evidence: values.evidence };
}

export const isReceived = (read: Received | RecordProblems): read is Received =>
  'actuallyReceivedAt' in read;

const momentOf = ({ receivedOn, receivedAt }: RecordValues, zone: Zone): Instant | null =>
  isDay(receivedOn) && isTime(receivedAt)
    ? zone.at(day(receivedOn) as Day, timeOfDay(receivedAt))
    : null;

const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** The report: read from the file, or typed into the page. */
type Content = {
  readonly by: RecordedBy;
  readonly file: unknown;
  readonly typed: ReportValues;
};

/** An unreadable file, or fields with problems. For a file, the command checks whether the report is complete. */
export type ContentProblems = { readonly form?: string; readonly fields: readonly FieldProblem[] };

export async function readContent(
  frame: Frame,
  scene: ReportScene,
  { by, file, typed }: Content,
): Promise<Report | ContentProblems> {
  if (by === 'file') return readForm(frame, scene, file);
  const { obligation, last } = scene;
  const report = reportOf(typed, { ...obligation, last });
  const owes = { ...obligation, isTown: obligation.unitKind === 'town' };
  const fields = atTheirRows(fieldProblemsWith(report, owes), typed, last);
  const both = isFile(file) ? { form: frame.words.eitherFileOrPage } : {};
  return fields.length === 0 && !isFile(file) ? report : { ...both, fields };
}

export const isReport = (content: Report | ContentProblems): content is Report =>
  'items' in content;

/**
 * The newest version of this period, to be corrected; otherwise empty. Not the last period's text, nor the unit's
 * draft.
 */
export function startToRecord(scene: ReportScene): ReportValues {
  if (scene.newest) return startOf({ ...scene, draft: null }).values;
  const nothing = { nil: scene.obligation.items.length === 0 ? 'yes' : '' };
  return withLastFigures(nothing, numbersOf(scene), scene.last);
}

async function readForm({ rules, words }: Frame, scene: ReportScene, file: unknown) {
  if (!isFile(file)) return { form: words.fieldEmpty(words.recordFields.form), fields: [] };
  const { unit } = scene.obligation;
  const { period } = scene.round;
  const named = (code: string) => rules.plan.units.find((other) => other.code === code)?.name;
  try {
    return await readReportFile(Buffer.from(await file.arrayBuffer()), { unit, period, named });
  } catch (error) {
    if (error instanceof Problem) return { form: error.message, fields: [] };
    throw error;
  }
}

const isFile = (file: unknown): file is File => file instanceof File && file.size > 0;
