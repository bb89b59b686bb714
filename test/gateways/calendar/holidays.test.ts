import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '../../../domain/time/time.ts';
import { isPublished, isWorkday } from '../../../domain/time/workdays.ts';
import { readCalendarFile, shippedCalendar } from '../../../gateways/calendar/holidays.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'calendar-'));
});
afterAll(() => rm(folder, { recursive: true }));

const sound = {
  version: '国办2027',
  holidays: { '2027-01-01': '元旦', '2027-02-05': '春节', '2027-02-06': '春节' },
  workdays: { '2026-12-27': '元旦', '2027-01-31': '春节' },
  years: [2027],
};

async function readBack(content: unknown) {
  const path = join(folder, 'calendar.json');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return readCalendarFile(path);
}

describe('the calendar that comes with the product', () => {
  const calendar = shippedCalendar();

  test('covers 2004 to 2026, with both amendments of notices', () => {
    expect([calendar.years[0], calendar.years.at(-1), calendar.years.length]).toEqual([
      2004, 2026, 23,
    ]);
    expect(calendar.holidays[day('2020-02-02')]).toBe('春节');
    expect(calendar.workdays[day('2019-05-05')]).toBe('劳动节');
    expect(isPublished(calendar, day('2027-07-15'))).toBe(false);
  });

  test('has a version that names the package and changes with the content', () => {
    expect(calendar.version).toMatch(/^chinese-days 1\.\d+\.\d+\+[0-9a-f]{8}$/);
    expect(shippedCalendar().version).toBe(calendar.version);
  });
});

describe('a calendar file', () => {
  test('is read, also with a byte order mark', async () => {
    const calendar = await readBack(`\uFEFF${JSON.stringify(sound)}`);
    expect(isWorkday(calendar, day('2026-12-27'))).toBe(true);
    expect(isWorkday(calendar, day('2027-02-05'))).toBe(false);
    expect(calendar.years).toEqual([2027]);
  });

  test('has the same version for any order of its lines, and another one for another content', async () => {
    const first = await readBack(sound);
    const turned = Object.fromEntries(Object.entries(sound.holidays).reverse());
    expect((await readBack({ ...sound, holidays: turned })).version).toBe(first.version);
    const other = await readBack({ ...sound, workdays: {} });
    expect(other.version).not.toBe(first.version);
    expect(other.version.startsWith('国办2027+')).toBe(true);
  });

  test.each([
    ['not JSON', '{holidays:', /不是有效的 JSON/],
    ['a list', [], /文件：应为一个对象/],
    ['no version', { ...sound, version: undefined }, /version：应为文字/],
    ['an empty version', { ...sound, version: ' ' }, /version：不能为空/],
    [
      'a day that does not exist',
      { ...sound, holidays: { '2027-02-30': '春节' } },
      /holidays\.2027-02-30：应为存在的日期/,
    ],
    [
      'a day in another form',
      { ...sound, holidays: { '2027/2/6': '春节' } },
      /holidays\.2027\/2\/6：应为存在的日期，按“年-月-日”写/,
    ],
    [
      'a day without a name',
      { ...sound, holidays: { '2027-02-06': '' } },
      /holidays\.2027-02-06：缺节日名称/,
    ],
    [
      'a list of days',
      { ...sound, workdays: ['2027-01-31'] },
      /workdays：应为“日期: 节日名称”的对照表/,
    ],
    ['a year that is none', { ...sound, years: ['2027'] }, /years\.0：应为已公布放假通知的年份/],
    ['no year', { ...sound, years: [] }, /years：应为已公布放假通知的年份/],
    [
      'a day both off and worked',
      { ...sound, workdays: { '2027-02-06': '春节' } },
      /2027-02-06：既列为放假又列为调休上班/,
    ],
    [
      'a make-up day in the week',
      { ...sound, workdays: { '2027-02-01': '春节' } },
      /workdays\.2027-02-01：是星期一，调休上班日应为周六或周日/,
    ],
    [
      'a day outside its years',
      { ...sound, workdays: { '2028-01-01': '元旦' } },
      /2028-01-01：该年不在 years 之列/,
    ],
    [
      'a year without a holiday',
      { ...sound, years: [2026, 2027, 2028] },
      /years：列有 2028，holidays 中却没有该年的节假日/,
    ],
  ])('with %s is refused with a sentence', async (_, content, message) => {
    await expect(readBack(content)).rejects.toThrow(message);
    await expect(readBack(content)).rejects.toMatchObject({ code: 'invalid' });
  });

  test('is refused with all faults at once', async () => {
    const broken = { ...sound, version: '', years: [1900] };
    await expect(readBack(broken)).rejects.toThrow(/有 2 处问题，未导入/);
  });

  test('that does not exist is named', async () => {
    const missing = join(folder, 'missing.json');
    await expect(readCalendarFile(missing)).rejects.toMatchObject({ code: 'not_found' });
    await expect(readCalendarFile(missing)).rejects.toThrow(
      /读不到日历文件 .*missing\.json（ENOENT）/,
    );
  });
});
