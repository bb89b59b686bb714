/** Whom a text speaks to: 市农业局 is 贵局, and 我局 is how the bureau speaks of itself. */

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

/** 该局: how a 督办单 speaks of a unit. */
export const theUnit = (unitName: string): string => `该${tail(unitName)}`;

const tail = (name: string): string => TAILS.find(([end]) => end.test(name))?.[1] ?? '单位';
