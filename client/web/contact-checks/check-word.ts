/** How a unit's answer to the question about its liaisons stands, in a word. */
import { hasNotArrived } from '../../../domain/delivery/delivery.ts';
import type { Round } from '../../../domain/round/round.ts';
import type { CheckRow } from '../../../store/read/contact-checks.ts';
import type { Words } from '../shared/language.ts';

/** The question itself did not arrive. */
export const hasFailed = ({ state, delivery }: CheckRow): boolean =>
  state === 'asked' && delivery !== null && hasNotArrived(delivery);

/** Why a unit was not asked, why the question did not arrive, or why whom it named was not taken. */
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
