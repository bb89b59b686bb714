/** How a unit's answer to the question about its liaisons stands, in a word. */
import type { Round } from '../../domain/round.ts';
import type { CheckRow } from '../../store/contact-checks.ts';
import type { Words } from './words.ts';

const FAILED: readonly CheckRow['delivery'][] = ['rejected', 'skipped', 'given up', 'unknown'];

/** The question itself did not arrive. */
export const hasFailed = ({ state, delivery }: CheckRow): boolean =>
  state === 'asked' && FAILED.includes(delivery);

export function checkWord(words: Words, { phase }: Pick<Round, 'phase'>, check: CheckRow): string {
  if (hasFailed(check)) return words.notReachedByCheck;
  if (check.state !== 'asked') return words.checkStates[check.state];
  if (check.delivery === 'planned' || check.delivery === 'sending') return words.toBeAsked;
  return phase === 'planned' ? words.checkStates.asked : words.noAnswerToCheck;
}
