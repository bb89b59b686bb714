/** The column 时间安排 of a work item: the years in which it is live. */

export type Years = { readonly from: number; readonly to: number };

/** The allowed forms, for messages. */
export const SCHEDULES = '“2017-2020年”这样的起止年份、“2018年”这样的单个年份，或“长期”';

/**
 * First and last year; 长期 is unbounded on both sides. Undefined for any other text. Accepts every dash that word processors
 * write.
 */
export function yearsOf(schedule: string): Years | undefined {
  const text = schedule.normalize('NFKC').replaceAll(/\s/g, '');
  if (text === '长期') return { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  const found = /^(\d{4})年?(?:[-‐‑–—―~至]+(\d{4})年?)?$/.exec(text);
  if (!found?.[1] || !/[年]$/.test(text)) return undefined;
  const from = Number(found[1]);
  const to = Number(found[2] ?? found[1]);
  return from <= to ? { from, to } : undefined;
}

export function isLive(schedule: string, year: number): boolean {
  const years = yearsOf(schedule);
  return years !== undefined && years.from <= year && year <= years.to;
}
