/**
 * Half-years and the days their reports are due. A reporting year is a calendar year's two due dates:
 * year 2018 = `2017H2` (due 2018-01-15) and `2018H1` (due 2018-07-15). Words: GLOSSARY.md.
 */
import { Problem } from '../problem.ts';
import { type Day, day } from './time.ts';

/** A half-year, written `2018H1`; compares as text. */
export type Period = string & { readonly brand: 'half-year' };

type Half = 1 | 2;
/** Of a plan: month and day of its two due dates, `MM-DD`. */
type Deadlines = { readonly H1: string; readonly H2: string };
/** Of a plan: its first and last day, and its due dates. */
type Validity = {
  readonly deadlines: Deadlines;
  readonly validFrom: Day;
  readonly validTo: Day;
};

/** Case and surrounding space do not matter. Throws `invalid` for anything but `YYYYH1` or `YYYYH2`. */
export function parsePeriod(text: string): Period {
  const found = /^(\d{4})H([12])$/.exec(text.trim().toUpperCase());
  if (!found) {
    throw new Problem(
      'invalid',
      `“${text}”不是报送期。报送期写作四位年份加 H1（上半年）或 H2（下半年），例如 2018H1。`,
    );
  }
  return found[0] as Period;
}

/** The day the plan writes: the first such month and day after the half-year has ended. */
export function nominalDue(period: Period, deadlines: Deadlines): Day {
  const { year, half } = partsOf(period);
  return half === 1 ? day(`${year}-${deadlines.H1}`) : day(`${year + 1}-${deadlines.H2}`);
}

/** First and last day the report is about. */
export function coverage(period: Period): { readonly from: Day; readonly to: Day } {
  const { year, half } = partsOf(period);
  return half === 1
    ? { from: day(`${year}-01-01`), to: day(`${year}-06-30`) }
    : { from: day(`${year}-07-01`), to: day(`${year}-12-31`) };
}

/** `2018年上半年` */
export function label(period: Period): string {
  const { year, half } = partsOf(period);
  return `${year}年${half === 1 ? '上' : '下'}半年`;
}

/** The calendar year a report is about: 2017 for `2017H2`. Work items are live by this year. */
export const coveredYear = (period: Period): number => partsOf(period).year;

/** The reporting year the due date falls in: 2018 for `2017H2`. */
export function yearOf(period: Period): number {
  const { year, half } = partsOf(period);
  return half === 1 ? year : year + 1;
}

export function next(period: Period): Period {
  const { year, half } = partsOf(period);
  return half === 1 ? periodOf(year, 2) : periodOf(year + 1, 1);
}

export function previous(period: Period): Period {
  const { year, half } = partsOf(period);
  return half === 1 ? periodOf(year - 1, 2) : periodOf(year, 1);
}

/** Both periods due in that year, in the order of their due dates; the plan may hold one of them only. */
export const periodsOfYear = (year: number): readonly [Period, Period] => [
  periodOf(year - 1, 2),
  periodOf(year, 1),
];

/**
 * A period belongs to the plan when it begins before the plan ends and is due after the plan began. So a plan of
 * August 2017 to December 2020 has seven: 2017H2 (due January 2018) to 2020H2 (due January 2021).
 */
export function periodsOfPlan(plan: Validity): Period[] {
  const periods: Period[] = [];
  let period = periodOf(yearIn(plan.validFrom) - 1, 1);
  for (; coverage(period).from <= plan.validTo; period = next(period)) {
    if (nominalDue(period, plan.deadlines) >= plan.validFrom) periods.push(period);
  }
  return periods;
}

/** Throws `invalid` for what is no period, `not_found` for a period outside the plan. */
export function periodInPlan(plan: Validity, text: string): Period {
  const period = parsePeriod(text);
  const allowed = periodsOfPlan(plan);
  if (allowed.includes(period)) return period;
  throw new Problem(
    'not_found',
    `报送期 ${period} 不在方案有效期（${plan.validFrom} 至 ${plan.validTo}）内，可用的报送期：${allowed.join('、')}。`,
  );
}

/** One or two periods. Throws `not_found` for a year in which nothing of the plan is due. */
export function periodsInPlan(plan: Validity, year: number): Period[] {
  const all = periodsOfPlan(plan);
  const periods = all.filter((period) => yearOf(period) === year);
  if (periods.length > 0) return periods;
  const years = [...new Set(all.map(yearOf))];
  throw new Problem(
    'not_found',
    `${year} 年度不在方案有效期（${plan.validFrom} 至 ${plan.validTo}）内，可用的年度：${years.join('、')}。`,
  );
}

const periodOf = (year: number, half: Half): Period => `${year}H${half}` as Period;

const partsOf = (period: Period): { year: number; half: Half } => ({
  year: Number(period.slice(0, 4)),
  half: period.endsWith('H1') ? 1 : 2,
});

const yearIn = (date: Day): number => Number(date.slice(0, 4));
