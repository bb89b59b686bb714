/** A unit's answer to the contact check, in words. */
import { hasNotArrived } from '../../../domain/delivery/delivery.ts';
import type { Round } from '../../../domain/round/round.ts';
import type { CheckRow } from '../../../store/read/contact-checks.ts';
import type { Words } from '../shared/language.ts';

/** The question did not reach the unit. */
export const hasFailed = ({ state, delivery }: CheckRow): boolean =>
  state === 'asked' && delivery !== null && hasNotArrived(delivery);

/** Why a unit was not asked, why the question failed, or why its proposal was refused. */
export const whyNotAnswered = (check: CheckRow): string | null =>
  check.reason ?? (hasFailed(check) ? check.deliveryReason : null);

type CheckWords = Pick<
  Words,
  'checkStates' | 'notReachedByCheck' | 'toBeAsked' | 'noAnswerToCheck'
>;

export function checkWord(
  words: CheckWords,
  { phase }: Pick<Round, 'phase'>,
  check: CheckRow,
): string {
  if (hasFailed(check)) return words.notReachedByCheck;
  if (check.state !== 'asked') return words.checkStates[check.state];
  if (check.delivery === 'planned' || check.delivery === 'sending') return words.toBeAsked;
  return phase === 'planned' ? words.checkStates.asked : words.noAnswerToCheck;
}
