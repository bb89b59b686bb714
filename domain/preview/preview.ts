/**
 * Who will be told what, when and through which channel, before anything starts. It asks the same planner
 * (look.ts), the same addresses and the same texts as the sender, and supposes that nobody reports, nobody confirms
 * (签收), every message arrives and no held document is let go.
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

/** In the order of their instants. Throws when the plan's policy has no notice. */
export const preview = (input: PreviewInput, periods: readonly Period[]): Preview[] =>
  plannedMessages(input, periods).map(({ words, ...message }) => ({ ...message, ...words() }));

/** The same with their words still to be asked for. */
export const plannedMessages = (
  input: PreviewInput,
  periods: readonly Period[],
): PlannedMessage[] =>
  periods.flatMap((period) => previewRound(input, period)).toSorted((a, b) => a.at - b.at);

/** What answers could say, unit by unit; not part of the preview, where nothing happens that asks for one. */
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
