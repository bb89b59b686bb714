/** Which acts to offer: only those that the record would accept now. The record still checks each command. */

import type { DeliveryState } from '../../../domain/delivery/delivery.ts';
import { isSentAgain } from '../../../domain/ladder/called-steps.ts';
import type { ObligationAct } from '../../../domain/obligation/act.ts';
import {
  isExtended,
  isOutstanding,
  type Obligation,
} from '../../../domain/obligation/obligation.ts';
import { whyNotResent } from '../../../domain/obligation/transition/resend.ts';
import type { Round, RoundAct } from '../../../domain/round/round.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Timeline, TimelineDelivery } from '../../../store/read/unit.ts';

export type RoundDeed = Exclude<RoundAct['kind'], 'open'>;
export type BureauDeed = Exclude<
  ObligationAct['kind'],
  'submit' | 'record' | 'withdraw' | 'confirm' | 'ask-extension' | 'endorse'
>;

export function roundOffers(round: Pick<Round, 'phase' | 'paused'>): RoundDeed[] {
  switch (round.phase) {
    case 'planned':
      return ['move-date', 'cancel'];
    case 'open':
      return ['compile', 'sign-off', 'move-date', round.paused ? 'resume' : 'pause', 'cancel'];
    case 'signed-off':
      return ['reopen'];
    case 'cancelled':
      return [];
  }
}

type Standing = {
  readonly round: Pick<Round, 'phase'>;
  readonly obligation: Pick<Obligation, 'state' | 'own' | 'dueBeforeExtension'>;
  /** The unit has asked for a later date and has no answer yet. */
  readonly hasRequest: boolean;
};

/** Acts on the unit as a whole; acts on one letter or message are offered beside it. */
export function unitOffers({ round, obligation, hasRequest }: Standing): BureauDeed[] {
  if (round.phase === 'signed-off') return ['note'];
  if (round.phase !== 'open') return [];
  const { state, own } = obligation;
  const isMissing = isOutstanding(state);
  const offered: readonly (readonly [BureauDeed, boolean])[] = [
    ['accept', state === 'submitted'],
    ['return', state === 'submitted' || state === 'accepted'],
    ['extend', isMissing],
    ['refuse-extension', hasRequest],
    ['withdraw-extension', isMissing && isExtended(obligation)],
    ['call', true],
    ['remind', isMissing && !own],
    ['waive', isMissing],
    ['note', true],
  ];
  return offered.filter(([, fits]) => fits).map(([deed]) => deed);
}

/** 代录: also after sign-off, as a supplement. An accepted report must be returned first. */
export const mayRecord = ({ round, obligation }: Omit<Standing, 'hasRequest'>): boolean =>
  round.phase === 'signed-off' || (round.phase === 'open' && obligation.state !== 'accepted');

/** Failed messages that can be sent again: nothing later reached the same person by the same channel. */
export function resendable(
  { obligation, steps, deliveries }: Pick<Timeline, 'obligation' | 'steps' | 'deliveries'>,
  now: Instant,
): TimelineDelivery[] {
  const laterThan = (failed: TimelineDelivery) =>
    deliveries.filter(
      ({ key, slot, channel, at }) =>
        key !== failed.key && slot === failed.slot && channel === failed.channel && at >= failed.at,
    );
  const waits = ({ kind, slot, channel }: TimelineDelivery) =>
    steps.some(
      (step) =>
        isSentAgain(step.key) &&
        step.state === 'planned' &&
        step.kind === kind &&
        step.addressing.some((to) => to.slot === slot && to.channels.includes(channel)),
    );
  return deliveries.filter((delivery) => {
    const isFollowed =
      waits(delivery) || laterThan(delivery).some(({ state }) => ON_ITS_WAY.includes(state));
    // A unit without a deputy: not a failure.
    const isSpared = delivery.state === 'skipped' && delivery.slot === 'deputy';
    const standing = { before: obligation, receivedAt: now };
    return !isSpared && whyNotResent(standing, { ...delivery, isFollowed }) === null;
  });
}

const ON_ITS_WAY: readonly DeliveryState[] = ['planned', 'held', 'sending', 'sent', 'delivered'];
