/** Whom a text speaks to and how: 市农业局 is 贵局 and is asked with 请, a central body with 商请. */
import type { About, MessageFacts } from '../facts.ts';

/** What a unit is called by the end of its name; the first that fits. People's organisations are 会 whatever they end in. */
const TAILS: readonly (readonly [RegExp, string])[] = [
  [/局$/, '局'],
  [/镇$/, '镇'],
  [/街道$/, '街道'],
  [/区$/, '区'],
  [/办$/, '办'],
  [/[支分]行$/, '行'],
  [/委$/, '委'],
  [/院$/, '院'],
  [/(会|残联|妇联)$/, '会'],
  [/部$/, '部'],
];

/** 贵局, 贵镇, 贵行 …; 贵单位 where the name does not tell. */
export const honorific = (unitName: string): string => `贵${tail(unitName)}`;

/** 我局: how the bureau speaks of itself. */
export const ourselves = (bureau: string): string => `我${tail(bureau)}`;

/** How the message as a whole addresses its reader, who may answer for several units. */
export function you(facts: MessageFacts): string {
  const forms = new Set(facts.about.map((each) => honorific(each.unitName)));
  const [only] = forms;
  return only !== undefined && facts.about.length === 1 ? only : '贵单位';
}

/** 请 for those the plan obliges, 商请 for those it can only ask; the politer word when a message is for both. */
export const please = (facts: MessageFacts): string => (isRequest(facts) ? '商请' : '请');

export const isRequest = (facts: MessageFacts): boolean =>
  facts.about.some((each) => each.wording === 'request');

/** 市科技局、市知识产权局 */
export const addressees = (facts: MessageFacts): string =>
  facts.about.map((each) => each.addressee).join('、');

/** One sentence for each obligation; with the unit's name in front as soon as there are several. */
export function forEachUnit(facts: MessageFacts, sentence: (about: About) => string): string {
  if (facts.about.length === 1) return facts.about.map(sentence).join('');
  return facts.about.map((each) => `${each.unitName}：${sentence(each)}`).join('\n');
}

/** The obligation that gives a message its period and year; a message about nothing is a mistake of the caller. */
export function firstOf(facts: MessageFacts): About {
  const [first] = facts.about;
  if (first === undefined) throw new Error(`a ${facts.kind} message without an obligation`);
  return first;
}

const tail = (name: string): string => TAILS.find(([end]) => end.test(name))?.[1] ?? '单位';
