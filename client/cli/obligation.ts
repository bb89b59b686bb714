/** cuibao return | accept | extend | … : judgements about one unit, and what it asks for and agrees to itself. */

import type { Actor } from '../../domain/command.ts';
import type { ObligationAct } from '../../domain/obligation/act.ts';
import type { Zone } from '../../domain/time/time.ts';
import { readObligation } from '../../store/read/obligations.ts';
import { obligationOf, onObligation } from '../command.ts';
import { parseDay } from '../typed-time.ts';
import { type Context, inOffice, type Office } from './context.ts';
import { type ActOptions, answer, wishOf } from './terminal/answer.ts';
import { aside } from './terminal/say.ts';

type Which = { readonly period: string; readonly unit: string };
type Judged = ActOptions & { version?: number };

export const sendBack = (
  context: Context,
  which: Which,
  options: Judged & { reason: string; until: string },
): Promise<void> =>
  decide(context, which, options, async (office, id) => ({
    kind: 'return',
    version: await versionSeen(office, id, options),
    reason: options.reason,
    until: parseDay(options.until, office.rules.zone),
  }));

export const accept = (context: Context, which: Which, options: Judged): Promise<void> =>
  decide(context, which, options, async (office, id) => ({
    kind: 'accept',
    version: await versionSeen(office, id, options),
  }));

export const extend = (
  context: Context,
  which: Which,
  options: ActOptions & { until: string; reason: string },
): Promise<void> =>
  decide(context, which, options, async ({ rules }) => ({
    kind: 'extend',
    until: parseDay(options.until, rules.zone),
    reason: options.reason,
  }));

export const withdrawExtension = (
  context: Context,
  which: Which,
  options: ActOptions & { reason: string },
): Promise<void> =>
  decide(context, which, options, async () => ({
    kind: 'withdraw-extension',
    reason: options.reason,
  }));

export const waive = (
  context: Context,
  which: Which,
  options: ActOptions & { reason: string },
): Promise<void> =>
  decide(context, which, options, async () => ({ kind: 'waive', reason: options.reason }));

export const refuseExtension = (
  context: Context,
  which: Which,
  options: ActOptions & { reason: string },
): Promise<void> =>
  decide(context, which, options, async () => ({
    kind: 'refuse-extension',
    reason: options.reason,
  }));

export const askExtension = (
  context: Context,
  which: Which,
  options: ActOptions & { until: string; reason: string },
): Promise<void> =>
  decide(
    context,
    which,
    options,
    async ({ rules }) => ({
      kind: 'ask-extension',
      until: parseDay(options.until, rules.zone),
      reason: options.reason,
    }),
    'unit',
  );

export const endorse = (context: Context, which: Which, options: Judged): Promise<void> =>
  decide(
    context,
    which,
    options,
    async (office, id) => ({
      kind: 'endorse',
      version: await versionSeen(office, id, options),
    }),
    'unit',
  );

const decide = (
  context: Context,
  { period, unit }: Which,
  options: ActOptions,
  actOf: (office: Office, obligation: string) => Promise<ObligationAct>,
  who: 'bureau' | 'unit' = 'bureau',
): Promise<void> =>
  inOffice(context, async (office) => {
    const { id, unit: found } = obligationOf(office.plan, period, unit);
    const act = await actOf(office, id);
    const outcome = await onObligation(office, wishOf(office, who, options, found.name), id, act);
    answer(outcome, office.rules.zone, options);
  });

/** A judgement names the version its author saw; on a terminal that is the newest, said aloud. */
async function versionSeen({ pool }: Office, id: string, { version }: Judged): Promise<number> {
  if (version !== undefined) return version;
  const { version: newest, unitName } = await readObligation(pool, id);
  if (newest > 0) aside(`按${unitName}最新的第${newest}版。`);
  return newest;
}

/** cuibao confirm | call | note | remind: what happens between the bureau and a unit beside the report. */
type WhichUnit = { readonly period: string; readonly unit: string };

export const confirmReceipt = (
  context: Context,
  which: WhichUnit,
  options: ActOptions,
): Promise<void> => act(context, which, options, 'unit', () => ({ kind: 'confirm' }));

export const call = (
  context: Context,
  which: WhichUnit,
  options: ActOptions & { who: string; answer: string; promised?: string },
): Promise<void> =>
  act(context, which, options, 'bureau', (zone) => ({
    kind: 'call',
    who: options.who,
    answer: options.answer,
    promisedOn: options.promised === undefined ? null : parseDay(options.promised, zone),
  }));

export const note = (
  context: Context,
  which: WhichUnit,
  options: ActOptions & { text: string },
): Promise<void> =>
  act(context, which, options, 'bureau', () => ({ kind: 'note', text: options.text }));

export const remind = (context: Context, which: WhichUnit, options: ActOptions): Promise<void> =>
  act(context, which, options, 'bureau', () => ({ kind: 'remind' }));

const act = (
  context: Context,
  { period, unit: text }: WhichUnit,
  options: ActOptions,
  by: Actor['kind'],
  actOf: (zone: Zone) => ObligationAct,
): Promise<void> =>
  inOffice(context, async (office) => {
    const { id, unit } = obligationOf(office.plan, period, text);
    const wish = wishOf(office, by, options, unit.name);
    const outcome = await onObligation(office, wish, id, actOf(office.rules.zone));
    answer(outcome, office.rules.zone, options);
  });
