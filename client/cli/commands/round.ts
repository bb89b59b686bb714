/** cuibao sign-off | reopen | pause | resume | move-date | cancel: what the bureau does to a whole round. */
import type { RoundAct } from '../../../domain/command.ts';
import type { Zone } from '../../../domain/time/time.ts';
import { onRound, roundOf } from '../../command.ts';
import { parseDay } from '../../typed-time.ts';
import { type Context, inOffice } from '../context.ts';
import { type ActOptions, answer, wishOf } from '../terminal/answer.ts';

type WithReason = ActOptions & { reason: string };

export const signOff = (
  context: Context,
  period: string,
  options: ActOptions & { version: number },
) => act(context, period, options, () => ({ kind: 'sign-off', version: options.version }));

export const reopen = (context: Context, period: string, options: WithReason) =>
  act(context, period, options, () => ({ kind: 'reopen', reason: options.reason }));

export const pause = (context: Context, period: string, options: WithReason) =>
  act(context, period, options, () => ({ kind: 'pause', reason: options.reason }));

export const resume = (context: Context, period: string, options: ActOptions) =>
  act(context, period, options, () => ({ kind: 'resume' }));

export const moveDate = (context: Context, period: string, options: WithReason & { to: string }) =>
  act(context, period, options, (zone) => ({
    kind: 'move-date',
    to: parseDay(options.to, zone),
    reason: options.reason,
  }));

export const cancel = (context: Context, period: string, options: WithReason) =>
  act(context, period, options, () => ({ kind: 'cancel', reason: options.reason }));

const act = (
  context: Context,
  period: string,
  options: ActOptions,
  actOf: (zone: Zone) => RoundAct,
): Promise<void> =>
  inOffice(context, async (office) => {
    const { zone } = office.rules;
    const round = roundOf(office.plan, period);
    const outcome = await onRound(office, wishOf(office, 'bureau', options), round, actOf(zone));
    answer(outcome, zone, options);
  });
