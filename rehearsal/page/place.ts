/** Keeps things on a line from covering each other. Lengths in px. */

export type Wished = { readonly x: number; readonly width: number };

/**
 * Left edges for things that wish to be centred at `x`, in their order: pushed right where one would cover another,
 * and back left where the last would leave the line.
 */
export function spread(wished: readonly Wished[], limit: number): number[] {
  const lefts: number[] = [];
  let free = 0;
  for (const { x, width } of wished) {
    const left = Math.max(free, x - width / 2);
    lefts.push(left);
    free = left + width;
  }
  let end = limit;
  for (let index = lefts.length - 1; index >= 0; index -= 1) {
    const left = Math.min(lefts[index] ?? 0, end - (wished[index]?.width ?? 0));
    lefts[index] = left;
    end = left;
  }
  return lefts;
}

export type Flag = { readonly x: number; readonly width: number };
export type Flown = { readonly lane: number; readonly left: number };

/** A label for each vertical line, right of it (left of it at the end of the axis), in the first lane where it is free. */
export function fly(flags: readonly Flag[], limit: number): Flown[] {
  const lanes: { from: number; to: number }[][] = [];
  return flags.map(({ x, width }) => {
    const left = x + width > limit ? x - width : x;
    const found = lanes.findIndex((lane) =>
      lane.every((taken) => left >= taken.to || left + width <= taken.from),
    );
    const lane = found === -1 ? lanes.length : found;
    lanes[lane] = [...(lanes[lane] ?? []), { from: left, to: left + width }];
    return { lane, left };
  });
}
