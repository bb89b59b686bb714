/**
 * Half-years and the days their reports are due. A reporting year has the two due dates of a calendar year:
 * 2018 is `2017H2` (due 2018-01-15) and `2018H1` (due 2018-07-15).
 */
import { Problem } from '../problem.ts';
import { type Day, day } from './time.ts';

/** A half-year, written `2018H1`; compares as text. */
export type Period = string & { readonly brand: 'half-year' };

type Half = 1 | 2;
/** Month and day of a plan's two due dates, `MM-DD`. */
type Deadlines = { readonly H1: string; readonly H2: string };
type Validity = {
  readonly deadlines: Deadlines;
  readonly validFrom: Day;
  readonly validTo: Day;
};

/** Ignores case and surrounding space. @throws Problem `invalid` for anything but `YYYYH1` or `YYYYH2` */
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

/** The due day as the plan writes it: the first such month and day after the half-year. */
export function nominalDue(period: Period, deadlines: Deadlines): Day {
  const { year, half } = partsOf(period);
  return half === 1 ? day(`${year}-${deadlines.H1}`) : day(`${year + 1}-${deadlines.H2}`);
}

/** First and last day that the report covers. */
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

/** The calendar year that the report covers: 2017 for `2017H2`. It decides which work items are live. */
export const coveredYear = (period: Period): number => partsOf(period).year;

/** The year of the due date: 2018 for `2017H2`. */
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

/** Both periods due in that year, in the order of their due dates. A plan may have only one of them. */
export const periodsOfYear = (year: number): readonly [Period, Period] => [
  periodOf(year - 1, 2),
  periodOf(year, 1),
];

/**
 * The periods that begin before the plan ends and are due after it began. A plan of August 2017 to December 2020 has
 * seven: 2017H2 (due January 2018) to 2020H2 (due January 2021).
 */
export function periodsOfPlan(plan: Validity): Period[] {
  const periods: Period[] = [];
  let period = periodOf(yearIn(plan.validFrom) - 1, 1);
  for (; coverage(period).from <= plan.validTo; period = next(period)) {
    if (nominalDue(period, plan.deadlines) >= plan.validFrom) periods.push(period);
  }
  return periods;
}

/** @throws Problem `invalid` when the text is no period, `not_found` when it is outside the plan */
export function periodInPlan(plan: Validity, text: string): Period {
  const period = parsePeriod(text);
  const allowed = periodsOfPlan(plan);
  if (allowed.includes(period)) return period;
  throw new Problem(
    'not_found',
    `报送期 ${period} 不在方案有效期（${plan.validFrom} 至 ${plan.validTo}）内，可用的报送期：${allowed.join('、')}。`,
  );
}

/** One or two periods. @throws Problem `not_found` for a year without a due date of the plan */
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
