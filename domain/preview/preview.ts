/**
 * Every message of a round before it starts. It uses the same planner (ladder/look.ts), addresses and texts as the sender, and
 * assumes that nobody reports or confirms (签收), that every message arrives, and that no held document is released.
 */

import { roundId } from '../obligation/obligation.ts';
import { newObligations } from '../round/new-obligations.ts';
import { roundDates } from '../round/round-dates.ts';
import { nominalDue, type Period } from '../time/period.ts';
import { postsOf } from './posts.ts';
import type { PlannedMessage, Preview, PreviewedRound, PreviewInput } from './round.ts';
import { digestsOf, groupTextsOf, morningsOf } from './to-bureau.ts';
import { messagesOf, questionsOf, type ReplyExample, repliesOf } from './to-units.ts';

export type { PlannedMessage, Preview, PreviewInput } from './round.ts';

/** Ordered by instant. @throws Problem `invalid` when the plan's policy has no notice */
export const preview = (input: PreviewInput, periods: readonly Period[]): Preview[] =>
  plannedMessages(input, periods).map(({ words, ...message }) => ({ ...message, ...words() }));

/** The same with texts rendered on demand. */
export const plannedMessages = (
  input: PreviewInput,
  periods: readonly Period[],
): PlannedMessage[] =>
  periods.flatMap((period) => previewRound(input, period)).toSorted((a, b) => a.at - b.at);

/** Examples of the answers to units, which a preview does not have. */
export const replyExamples = (input: PreviewInput, periods: readonly Period[]): ReplyExample[] =>
  periods.flatMap((period) => repliesOf(roundOf(input, period)));

function previewRound(input: PreviewInput, period: Period): PlannedMessage[] {
  const round = roundOf(input, period);
  const posts = postsOf(round);
  return [
    ...questionsOf(round, input.startedAt),
    ...messagesOf(round, posts),
    ...digestsOf(round),
    ...morningsOf(round, posts),
    ...groupTextsOf(round),
  ];
}

function roundOf(input: PreviewInput, period: Period): PreviewedRound {
  const { plan } = input;
  const dates = roundDates(input, nominalDue(period, plan.deadlines));
  const late = input.startedAt !== null && input.startedAt > dates.opensAt;
  return {
    ...input,
    online: plan.online ?? input.online,
    period,
    dates,
    startedAt: late && input.startedAt !== null ? input.startedAt : dates.opensAt,
    obligations: newObligations(plan, { id: roundId(plan.id, period), period, due: dates.due }),
  };
}
