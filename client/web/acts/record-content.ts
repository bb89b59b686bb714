/** What a report that came another way says: from the filled-in form, or as it was typed into the page. */

import type { FieldProblem } from '../../../domain/obligation/limits.ts';
import { fieldProblemsWith } from '../../../domain/obligation/report-problems.ts';
import type { Report } from '../../../domain/obligation/submission.ts';
import { Problem } from '../../../domain/problem.ts';
import { readReportFile } from '../../../gateways/report-file/read-file.ts';
import type { RecordedBy } from '../record/record-form.ts';
import { atTheirRows, withLastFigures } from '../report/field-values.ts';
import type { ReportValues } from '../report/form-values.ts';
import type { ReportScene } from '../report/report-scene.ts';
import { reportOf } from '../report/report-values.ts';
import { numbersOf } from '../report/sent-form.ts';
import { startOf } from '../report/start-values.ts';
import type { Frame } from '../shared/frame.ts';

export type Content = {
  readonly by: RecordedBy;
  readonly file: unknown;
  readonly typed: ReportValues;
};

/** Unreadable file, or fields that cannot be taken. Whether a file's report is complete, the command judges. */
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

/** This period's newest version to be corrected, otherwise nothing: neither last period's words nor the unit's own draft. */
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
