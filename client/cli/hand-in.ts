/** cuibao submit | record | withdraw: a unit's report comes in, or is taken back. */
import type { Way } from '../../domain/obligation/act.ts';
import type { Report } from '../../domain/obligation/submission.ts';
import { readReportFile } from '../../gateways/report-file/read-file.ts';
import { obligationOf, onObligation } from '../command.ts';
import { parseInstant } from '../typed-time.ts';
import { type Context, type Deps, type WhichUnit, withPlan } from './context.ts';
import { type ActOptions, answer, wishOf } from './terminal/answer.ts';

type WithFile = WhichUnit & { readonly file: string };

export const submit = (context: Context, which: WithFile, options: ActOptions): Promise<void> =>
  withPlan(context, async (deps) => {
    const { id, unit, report } = await readFor(deps, which);
    const wish = wishOf(deps, 'unit', options, unit.name);
    answer(
      await onObligation(deps, wish, id, { kind: 'submit', report }),
      deps.rules.zone,
      options,
    );
  });

export const record = (
  context: Context,
  which: WithFile,
  options: ActOptions & { way: string; receivedAt: string; evidence: string },
): Promise<void> =>
  withPlan(context, async (deps) => {
    const { zone } = deps.rules;
    const actuallyReceivedAt = parseInstant(options.receivedAt, zone);
    const { id, report } = await readFor(deps, which);
    const act = {
      kind: 'record' as const,
      report,
      way: options.way as Way,
      actuallyReceivedAt,
      evidence: options.evidence,
    };
    answer(await onObligation(deps, wishOf(deps, 'bureau', options), id, act), zone, options);
  });

export const withdraw = (
  context: Context,
  { period, unit: text }: WhichUnit,
  options: ActOptions & { reason: string },
): Promise<void> =>
  withPlan(context, async (deps) => {
    const { id, unit } = obligationOf(deps.plan, period, text);
    const wish = wishOf(deps, 'unit', options, unit.name);
    const act = { kind: 'withdraw' as const, reason: options.reason };
    answer(await onObligation(deps, wish, id, act), deps.rules.zone, options);
  });

/** Looks the unit up first, so that a wrong name is reported before problems of the file. */
async function readFor({ plan }: Deps, { period, unit: text, file }: WithFile) {
  const { id, unit } = obligationOf(plan, period, text);
  const named = (code: string) => plan.units.find((other) => other.code === code)?.name;
  const expected = { unit: unit.code, period: period.trim().toUpperCase(), named };
  const report: Report = await readReportFile(file, expected);
  return { id, unit, report };
}
