/**
 * The official calendar: the State Council's notices as data of the package `chinese-days`, or a file that an
 * administrator imports. The package's functions are not used: they depend on the host's time zone, and for years without
 * a notice they silently answer from weekends.
 */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import data from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import about from 'chinese-days/package.json' with { type: 'json' };
import { z } from 'zod';
import { Problem } from '../../domain/problem.ts';
import { weekdayName } from '../../domain/time/dates-in-words.ts';
import { day } from '../../domain/time/time.ts';
import { type WorkCalendar, weekday } from '../../domain/time/workdays.ts';

/** The calendar that comes with the product. @throws Error when the package's data has changed its shape */
export function shippedCalendar(): WorkCalendar {
  const { holidays, workdays } = PackageData.parse(data);
  // A year counts as published when its National Day is there: a notice also names single days of the next year.
  const years = Object.keys(holidays)
    .filter((on) => on.endsWith('-10-01'))
    .map((on) => Number(on.slice(0, 4)))
    .toSorted((a, b) => a - b);
  return withHash(`chinese-days ${about.version}`, { holidays, workdays, years });
}

/**
 * Reads an administrator's calendar: JSON `{version, holidays: {day: name}, workdays: {day: name}, years}`. It replaces the
 * calendar in force, so it must contain every year that open and coming rounds need.
 * @throws Problem `not_found` when the file cannot be read, `invalid` with every fault in it
 */
export async function readCalendarFile(path: string): Promise<WorkCalendar> {
  return calendarOf(path, await readJson(path));
}

/** The same for an uploaded file. @param name the file's name in messages @throws Problem `invalid` */
export const readCalendarText = (name: string, text: string): WorkCalendar =>
  calendarOf(name, parseJson(name, text));

function calendarOf(path: string, content: unknown): WorkCalendar {
  const parsed = CalendarFile.safeParse(content);
  if (!parsed.success) refuseFile(path, parsed.error.issues.map(inWords));
  const { version, ...days } = parsed.data;
  const faults = contradictions(days);
  if (faults.length > 0) refuseFile(path, faults);
  return withHash(version, days);
}

// "Spring Festival,春节,4": English name, Chinese name, days off by law.
const Festival = z
  .string()
  .regex(/^[^,]+,[^,]+,\d+$/)
  .transform((text) => text.split(',')[1] ?? text);
const PackageData = z.object({
  holidays: z.record(z.iso.date(), Festival),
  workdays: z.record(z.iso.date(), Festival),
});

const NamedDays = z.record(
  z.iso.date('应为存在的日期，按“年-月-日”写，例如 2027-02-06'),
  z.string('应为节日名称').min(1, '缺节日名称，例如 春节'),
  '应为“日期: 节日名称”的对照表',
);
const YEARS = '应为已公布放假通知的年份，例如 [2026, 2027]';
const CalendarFile = z.object(
  {
    version: z.string('应为文字，例如 国办2027').trim().min(1, '不能为空，例如 国办2027'),
    holidays: NamedDays,
    workdays: NamedDays,
    years: z.array(z.int(YEARS).min(2000, YEARS).max(2100, YEARS), YEARS).min(1, YEARS),
  },
  '应为一个对象：version、holidays、workdays、years',
);

// The hash distinguishes calendars with the same version name; it does not depend on the order of lines.
function withHash(name: string, content: Omit<WorkCalendar, 'version'>): WorkCalendar {
  const sorted = [content.holidays, content.workdays].map((days) =>
    Object.entries(days).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
  const text = JSON.stringify([...sorted, content.years.toSorted((a, b) => a - b)]);
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return { ...content, version: `${name}+${hash}` };
}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Problem(
      'not_found',
      `读不到日历文件 ${path}（${error.code ?? error.message}）；请核对路径和读取权限。`,
      { cause: error },
    );
  });
  return parseJson(path, text);
}

function parseJson(path: string, text: string): unknown {
  try {
    // Editors on Windows write a byte order mark, which JSON does not allow.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Problem('invalid', `日历文件 ${path} 不是有效的 JSON（${why}）；请改正后重新导入。`, {
      cause: error,
    });
  }
}

const inWords = (issue: z.core.$ZodIssue): string => {
  // The sentence about a bad key is nested one level deeper.
  const message = issue.code === 'invalid_key' ? issue.issues[0]?.message : issue.message;
  return `${issue.path.length === 0 ? '文件' : issue.path.join('.')}：${message ?? issue.message}`;
};

function refuseFile(path: string, faults: readonly string[]): never {
  throw new Problem(
    'invalid',
    `日历文件 ${path} 有 ${faults.length} 处问题，未导入：\n${faults.join('\n')}`,
  );
}

/** Contradictions within a calendar of the right shape, one sentence each. */
function contradictions(calendar: Omit<WorkCalendar, 'version'>): string[] {
  const off = Object.keys(calendar.holidays).map(day);
  const worked = Object.keys(calendar.workdays).map(day);
  const years = new Set(calendar.years);
  // A year's notice also names the last days of the year before.
  const isCovered = (on: string) => [0, 1].some((n) => years.has(Number(on.slice(0, 4)) + n));
  return [
    ...worked
      .filter((on) => calendar.holidays[on] !== undefined)
      .map((on) => `${on}：既列为放假又列为调休上班，只能留一处`),
    ...worked
      .filter((on) => weekday(on) > 0 && weekday(on) < 6)
      .map((on) => `workdays.${on}：是${weekdayName(on)}，调休上班日应为周六或周日`),
    ...[...off, ...worked]
      .filter((on) => !isCovered(on))
      .map((on) => `${on}：该年不在 years 之列；请补上年份，或删去这一天`),
    ...calendar.years
      .filter((year) => !off.some((on) => on.startsWith(`${year}-`)))
      .map((year) => `years：列有 ${year}，holidays 中却没有该年的节假日；未公布的年份不要列入`),
  ];
}
