/** A paste-ready text for the bureau's work group: no unit, no person, no link, no plan. */
import type { GroupFacts } from '../group-text.ts';
import type { Wording } from '../plan/text-names.ts';
import type { Zone } from '../time/time.ts';
import { lineOf } from './engine/frame.ts';
import { grammarOf } from './language/grammar-of.ts';
import { groupTextVariables } from './messages/group-text.ts';

/** One paragraph, its signature first. */
export function groupText(wording: Wording, facts: GroupFacts, zone: Zone): string {
  const say = grammarOf(wording);
  const mark = facts.demonstration ? say.frame.mark : '';
  const words = lineOf(wording, 'group-text.robot', groupTextVariables(facts, zone, say));
  return `${say.frame.signed(facts.sender.signature)}${mark}${words}`;
}
