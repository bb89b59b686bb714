/** cuibao return | accept | extend | call | …: decisions about one unit's report, and what passes between it and the bureau. */

import type { Actor } from '../../domain/command.ts';
import type { ObligationAct } from '../../domain/obligation/act.ts';
import { readObligation } from '../../store/read/obligations.ts';
import { obligationOf, onObligation } from '../command.ts';
import { parseDay } from '../typed-time.ts';
import { type Context, type Deps, type WhichUnit, withPlan } from './context.ts';
import { type ActOptions, answer, wishOf } from './terminal/answer.ts';
import { aside } from './terminal/say.ts';

type WithVersion = ActOptions & { version?: number };
type WithReason = ActOptions & { reason: string };
type WithDay = WithReason & { until: string };

export const returnReport = (
  context: Context,
  which: WhichUnit,
  options: WithVersion & WithDay,
): Promise<void> =>
  act(context, which, options, 'bureau', async (deps, id) => ({
    kind: 'return',
    version: await versionSeen(deps, id, options),
    reason: options.reason,
    until: parseDay(options.until, deps.rules.zone),
  }));

export const accept = (context: Context, which: WhichUnit, options: WithVersion): Promise<void> =>
  act(context, which, options, 'bureau', async (deps, id) => ({
    kind: 'accept',
    version: await versionSeen(deps, id, options),
  }));

export const extend = (context: Context, which: WhichUnit, options: WithDay): Promise<void> =>
  act(context, which, options, 'bureau', ({ rules }) => ({
    kind: 'extend',
    until: parseDay(options.until, rules.zone),
    reason: options.reason,
  }));

export const withdrawExtension = (
  context: Context,
  which: WhichUnit,
  options: WithReason,
): Promise<void> =>
  act(context, which, options, 'bureau', () => ({
    kind: 'withdraw-extension',
    reason: options.reason,
  }));

export const waive = (context: Context, which: WhichUnit, options: WithReason): Promise<void> =>
  act(context, which, options, 'bureau', () => ({ kind: 'waive', reason: options.reason }));

export const confirm = (context: Context, which: WhichUnit, options: ActOptions): Promise<void> =>
  act(context, which, options, 'unit', () => ({ kind: 'confirm' }));

export const call = (
  context: Context,
  which: WhichUnit,
  options: ActOptions & { who: string; answer: string; promised?: string },
): Promise<void> =>
  act(context, which, options, 'bureau', ({ rules }) => ({
    kind: 'call',
    who: options.who,
    answer: options.answer,
    promisedOn: options.promised === undefined ? null : parseDay(options.promised, rules.zone),
  }));

export const note = (
  context: Context,
  which: WhichUnit,
  options: ActOptions & { text: string },
): Promise<void> =>
  act(context, which, options, 'bureau', () => ({ kind: 'note', text: options.text }));

export const remind = (context: Context, which: WhichUnit, options: ActOptions): Promise<void> =>
  act(context, which, options, 'bureau', () => ({ kind: 'remind' }));

export const askExtension = (context: Context, which: WhichUnit, options: WithDay): Promise<void> =>
  act(context, which, options, 'unit', ({ rules }) => ({
    kind: 'ask-extension',
    until: parseDay(options.until, rules.zone),
    reason: options.reason,
  }));

export const refuseExtension = (
  context: Context,
  which: WhichUnit,
  options: WithReason,
): Promise<void> =>
  act(context, which, options, 'bureau', () => ({
    kind: 'refuse-extension',
    reason: options.reason,
  }));

export const endorse = (context: Context, which: WhichUnit, options: WithVersion): Promise<void> =>
  act(context, which, options, 'unit', async (deps, id) => ({
    kind: 'endorse',
    version: await versionSeen(deps, id, options),
  }));

const act = (
  context: Context,
  { period, unit: text }: WhichUnit,
  options: ActOptions,
  by: Actor['kind'],
  actOf: (deps: Deps, obligation: string) => ObligationAct | Promise<ObligationAct>,
): Promise<void> =>
  withPlan(context, async (deps) => {
    const { id, unit } = obligationOf(deps.plan, period, text);
    const wish = wishOf(deps, by, options, unit.name);
    const outcome = await onObligation(deps, wish, id, await actOf(deps, id));
    answer(outcome, deps.rules.zone, options);
  });

/** The version that was looked at; without `--version` the newest, which is then named on standard error. */
async function versionSeen({ pool }: Deps, id: string, { version }: WithVersion): Promise<number> {
  if (version !== undefined) return version;
  const { version: newest, unitName } = await readObligation(pool, id);
  if (newest > 0) aside(`按${unitName}最新的第${newest}版。`);
  return newest;
}
