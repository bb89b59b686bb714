/** cuibao group-text: a text to paste into the bureau's work group, which names nobody. */
import { groupFactsOf, groupText } from '../../domain/texts/messages/group-text.ts';
import { readObligations } from '../../store/read/obligations.ts';
import { readRound } from '../../store/read/rounds.ts';
import { roundOf } from '../command.ts';
import { type Context, withPlan } from './context.ts';
import { say, sayJson } from './terminal/say.ts';

export const showGroupText = (
  context: Context,
  period: string,
  { json }: { json?: true },
): Promise<void> =>
  withPlan(context, async ({ plan, pool, now, rules, fixed }) => {
    const round = await readRound(pool, roundOf(plan, period));
    const obligations = await readObligations(pool, round.id);
    const { demonstration } = fixed;
    const facts = groupFactsOf({ plan, round, obligations, demonstration }, await now());
    const text = groupText(plan, facts, rules.zone);
    if (json) sayJson({ period: round.period, at: rules.zone.iso(facts.asOf), text });
    else say(text);
  });
