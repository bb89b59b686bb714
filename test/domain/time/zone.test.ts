import { describe, expect, test } from 'vitest';
import { day, instant, timeOfDay } from '../../../domain/time/time.ts';
import { zone } from '../../../domain/time/zone.ts';

const shanghai = zone('Asia/Shanghai');

describe('a local day and time is one instant in any zone of the host', () => {
  test.each([
    ['Asia/Shanghai', '2018-07-15', '00:00', '2018-07-14T16:00:00Z'],
    ['Asia/Shanghai', '2018-07-15', '24:00', '2018-07-15T16:00:00Z'],
    ['Asia/Shanghai', '2018-07-17', '10:30', '2018-07-17T02:30:00Z'],
    ['Asia/Shanghai', '2018-07-17', '10:30:05', '2018-07-17T02:30:05Z'],
    ['Asia/Shanghai', '2018-12-31', '24:00', '2018-12-31T16:00:00Z'],
    ['Asia/Shanghai', '2018-03-11', '09:00', '2018-03-11T01:00:00Z'],
    ['America/New_York', '2018-07-15', '09:00', '2018-07-15T13:00:00Z'],
    ['America/New_York', '2018-01-15', '09:00', '2018-01-15T14:00:00Z'],
    // 23 and 25 hours long.
    ['America/New_York', '2018-03-11', '24:00', '2018-03-12T04:00:00Z'],
    ['America/New_York', '2018-11-04', '24:00', '2018-11-05T05:00:00Z'],
  ])('%s %s %s is %s', (place, on, time, expected) => {
    expect(zone(place).at(day(on), timeOfDay(time))).toBe(Date.parse(expected));
  });
});

test.each([
  ['Asia/Shanghai', '2018-07-15T15:59:59.999Z', '2018-07-15', '23:59', '2018-07-15T23:59:59+08:00'],
  ['Asia/Shanghai', '2018-07-15T16:00:00Z', '2018-07-16', '00:00', '2018-07-16T00:00:00+08:00'],
  ['America/New_York', '2018-07-15T03:00:00Z', '2018-07-14', '23:00', '2018-07-14T23:00:00-04:00'],
  ['America/New_York', '2018-01-15T03:00:00Z', '2018-01-14', '22:00', '2018-01-14T22:00:00-05:00'],
])('an instant is shown on the clock of its zone (%s, %s)', (place, utc, on, time, iso) => {
  const at = instant(Date.parse(utc));
  expect([zone(place).dayOf(at), zone(place).timeOf(at), zone(place).iso(at)]).toEqual([
    on,
    time,
    iso,
  ]);
});

test('clocks change from one millisecond to the next, also at half an hour', () => {
  const place = zone('Australia/Lord_Howe');
  const change = Date.parse('2018-10-06T15:30:00Z');
  const times = [change - 1, change, change + 1].map((at) => place.timeOf(instant(at)));
  expect(times).toEqual(['01:59', '02:30', '02:30']);
});

test('Shanghai has had no summer time in the years of the plan', () => {
  for (let month = 1; month <= 48; month += 1) {
    const at = instant(Date.UTC(2017, month, 1));
    expect(shanghai.iso(at)).toMatch(/T08:00:00\+08:00$/);
  }
});

test.each(['Asia/Zhongshan', 'local', 'system', '', '东八区'])(
  '“%s” is refused as a zone',
  (name) => {
    expect(() => zone(name)).toThrow(/不是有效的时区名称；请填写 IANA 时区名，例如 Asia\/Shanghai/);
  },
);

test.each([
  ['2018-02-30', '09:00', /“2018-02-30”不是有效的日期/],
  ['15 July', '09:00', /“15 July”不是有效的日期/],
  ['2018-07-15', '25:00', /“25:00”不是有效的时间/],
  ['2018-07-15', '24:01', /“24:01”不是有效的时间/],
  ['2018-07-15', '9', /“9”不是有效的时间/],
])('a day or time that does not exist is refused (%s %s)', (on, time, message) => {
  expect(() => shanghai.at(day(on), timeOfDay(time))).toThrow(message);
});
