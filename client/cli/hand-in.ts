/** cuibao submit | record | withdraw. */
import type { Way } from '../../domain/obligation/act.ts';
import type { Report } from '../../domain/obligation/submission.ts';
import { readReportFile } from '../../gateways/report-file/read-file.ts';
import { obligationOf, onObligation } from '../command.ts';
import { parseInstant } from '../typed-time.ts';
import { type Context, inOffice, type Office } from './context.ts';
import { type ActOptions, answer, wishOf } from './terminal/answer.ts';

type Which = { readonly period: string; readonly unit: string };
type WithFile = Which & { readonly file: string };

export const submit = (context: Context, which: WithFile, options: ActOptions): Promise<void> =>
  inOffice(context, async (office) => {
    const { id, unit, report } = await readFor(office, which);
    const wish = wishOf(office, 'unit', options, unit.name);
    answer(
      await onObligation(office, wish, id, { kind: 'submit', report }),
      office.rules.zone,
      options,
    );
  });

export const record = (
  context: Context,
  which: WithFile,
  options: ActOptions & { way: string; receivedAt: string; evidence: string },
): Promise<void> =>
  inOffice(context, async (office) => {
    const { zone } = office.rules;
    const actuallyReceivedAt = parseInstant(options.receivedAt, zone);
    const { id, report } = await readFor(office, which);
    const act = {
      kind: 'record' as const,
      report,
      way: options.way as Way,
      actuallyReceivedAt,
      evidence: options.evidence,
    };
    answer(await onObligation(office, wishOf(office, 'bureau', options), id, act), zone, options);
  });

export const withdraw = (
  context: Context,
  { period, unit: text }: Which,
  options: ActOptions & { reason: string },
): Promise<void> =>
  inOffice(context, async (office) => {
    const { id, unit } = obligationOf(office.plan, period, text);
    const wish = wishOf(office, 'unit', options, unit.name);
    const act = { kind: 'withdraw' as const, reason: options.reason };
    answer(await onObligation(office, wish, id, act), office.rules.zone, options);
  });

/** The unit first: a wrong name is a better answer than whatever is wrong with the file. */
async function readFor({ plan }: Office, { period, unit: text, file }: WithFile) {
  const { id, unit } = obligationOf(plan, period, text);
  const named = (code: string) => plan.units.find((other) => other.code === code)?.name;
  const expected = { unit: unit.code, period: period.trim().toUpperCase(), named };
  const report: Report = await readReportFile(file, expected);
  return { id, unit, report };
}
