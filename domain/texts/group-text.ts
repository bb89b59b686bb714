/** A paste-ready text for the bureau's work group: no unit, no person, no link, no plan. */
import type { GroupFacts } from '../group-text.ts';
import type { Zone } from '../time.ts';
import { lineOf } from './frame.ts';
import { grammarOf } from './grammar-of.ts';
import type { Wording } from './names.ts';
import { groupTextVariables } from './variables/group-text.ts';

/** One paragraph, its signature first. */
export function groupText(wording: Wording, facts: GroupFacts, zone: Zone): string {
  const say = grammarOf(wording);
  const mark = facts.demonstration ? say.frame.mark : '';
  const words = lineOf(wording, 'group-text.robot', groupTextVariables(facts, zone, say));
  return `${say.frame.signed(facts.sender.signature)}${mark}${words}`;
}
