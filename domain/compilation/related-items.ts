/**
 * Items of the plan table whose texts overlap though others lead them, so that whoever reads one finds the other:
 * 55's second clause is 56 word for word; the rest are close in substance (risk compensation, internet finance,
 * electronic payment, guidance funds, agricultural insurance, village service points).
 */
const RELATED: Readonly<Record<string, readonly (readonly number[])[]>> = {
  'zhongshan-2017-2020': [
    [5, 48],
    [7, 22],
    [8, 10, 11, 16],
    [14, 20],
    [18, 45],
    [23, 24],
    [55, 56],
  ],
};

/** The other items one should read beside this one, among the live ones. */
export function relatedItems(plan: string, no: number, live: readonly number[]): number[] {
  const group = (RELATED[plan] ?? []).find((numbers) => numbers.includes(no)) ?? [];
  return group.filter((other) => other !== no && live.includes(other));
}
