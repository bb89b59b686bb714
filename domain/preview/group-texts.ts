/** What the group's robot would say of a round that nobody reports to, where one is connected. */

import { groupFactsOf } from '../group-text.ts';
import { groupMoments } from '../round/bureau-days.ts';
import { groupText } from '../texts/group-text.ts';
import type { PlannedMessage, PreviewedRound } from './round.ts';

export function groupTextsOf(round: PreviewedRound): PlannedMessage[] {
  const { plan, zone, calendar, dates, startedAt, period, obligations, demonstration } = round;
  if (plan.policy.groupText?.robot !== true) return [];
  const rules = { policy: plan.policy, calendar, zone };
  return groupMoments(rules, dates.due)
    .filter((at) => at >= startedAt)
    .map((at) => ({
      at,
      period,
      unit: plan.bureau.unit,
      unitName: plan.bureau.name,
      step: `group-${zone.dayOf(at)}`,
      kind: 'digest',
      channel: 'robot',
      person: '工作群',
      to: 'group',
      words: () => {
        const told = { period, due: dates.due };
        const facts = groupFactsOf({ plan, round: told, obligations, demonstration }, at);
        return { subject: '', text: groupText(plan, facts, zone), parts: 1 };
      },
    }));
}
