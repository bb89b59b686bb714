/** cuibao confirm | call | note | remind: what happens between the bureau and a unit beside the report. */
import type { Actor, ObligationAct } from '../../../domain/command.ts';
import type { Zone } from '../../../domain/time/time.ts';
import { obligationOf, onObligation } from '../../command.ts';
import { parseDay } from '../../typed-time.ts';
import { type Context, inOffice } from '../context.ts';
import { type ActOptions, answer, wishOf } from '../terminal/answer.ts';

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
