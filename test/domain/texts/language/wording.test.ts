import { describe, expect, it } from 'vitest';
import {
  byWhen,
  deadline,
  honorific,
  ourselves,
  soFar,
  wasDue,
} from '../../../../domain/texts/language/zh.ts';
import {
  clock,
  closingTime,
  dateWriter,
  dayWithWeekday,
  fullDate,
} from '../../../../domain/time/dates-in-words.ts';
import { day, timeOfDay } from '../../../../domain/time/time.ts';
import { daysBetween } from '../../../../domain/time/workdays.ts';
import { agriculture, told, wholeLadder } from '../../../support/rules/facts.ts';
import { at, shanghai } from '../../../support/time/dates.ts';

describe('how a unit is addressed', () => {
  it.each([
    ['市农业局', '贵局'],
    ['中山银监分局', '贵局'],
    ['古镇镇', '贵镇'],
    ['石岐区', '贵区'],
    ['火炬开发区', '贵区'],
    ['民众街道', '贵街道'],
    ['市扶贫办', '贵办'],
    ['市编委办', '贵办'],
    ['人民银行中山市中心支行', '贵行'],
    ['市国资委', '贵委'],
    ['市残联', '贵会'],
    ['保险行业协会', '贵会'],
    ['市中级人民法院', '贵院'],
    ['五桂山', '贵单位'],
  ])('%s is %s', (name, form) => {
    expect(honorific(name)).toBe(form);
  });

  it('and how the bureau speaks of itself', () => {
    expect(ourselves('中山市金融工作局')).toBe('我局');
  });
});

describe('dates', () => {
  it('have a weekday, and the year only when it differs from that of the due date', () => {
    expect(dayWithWeekday(day('2018-07-15'), '2018')).toBe('7月15日（星期日）');
    expect(dayWithWeekday(day('2017-12-22'), '2018')).toBe('2017年12月22日（星期五）');
    expect(fullDate(day('2018-07-03'))).toBe('2018年7月3日');
  });

  it('in a sequence leave out what they share', () => {
    const write = dateWriter('2018');
    const days = ['2017-12-22', '2017-12-29', '2018-01-08', '2018-01-12', '2018-02-05'];
    expect(days.map((each) => write(day(each)))).toEqual([
      '2017年12月22日',
      '29日',
      '2018年1月8日',
      '12日',
      '2月5日',
    ]);
  });

  it('times are 9时 on the hour and 10:30 otherwise', () => {
    expect(clock(timeOfDay('09:00'))).toBe('9时');
    expect(clock(timeOfDay('10:30'))).toBe('10:30');
  });

  it('the end of a day is 24:00, whether the record holds the last moment or the first after it', () => {
    expect(closingTime(at('2018-07-17 00:00'), shanghai)).toBe('24:00');
    expect(closingTime(zoneEnd(-1), shanghai)).toBe('24:00');
    expect(closingTime(at('2018-07-16 17:30'), shanghai)).toBe('17:30');
  });

  it('days are counted across a month', () => {
    expect(daysBetween(day('2018-06-22'), day('2018-07-15'))).toBe(23);
  });
});

describe('a due date', () => {
  const sameDay = { ...agriculture, nominalDue: day('2018-07-16'), lastWorkdayBefore: null };
  const earlier = {
    ...agriculture,
    effectiveDue: day('2018-07-13'),
    dueAt: at('2018-07-13 17:30'),
  };

  it('is explained when it is judged by a later day', () => {
    expect(deadline(agriculture, shanghai)).toBe(
      '7月15日（星期日，含当日）24:00前；按规定顺延，7月16日（星期一）24:00前收到均算按期',
    );
    expect(wasDue(agriculture)).toBe('7月15日（按规定顺延至7月16日）');
  });

  it('needs no explanation when both are the same', () => {
    expect(deadline(sameDay, shanghai)).toBe('7月16日（星期一，含当日）24:00前');
    expect(wasDue(sameDay)).toBe('7月16日');
  });

  it('prints the earlier day first when that is the one that counts', () => {
    expect(deadline(earlier, shanghai)).toBe('7月13日（星期五）17:30前；原定7月15日，按规定提前');
    expect(byWhen(earlier, shanghai)).toBe('7月13日（星期五）17:30前');
  });
});

describe('the earlier messages', () => {
  const voice = { us: '我局', them: '贵局' };
  const story = (before = wholeLadder) =>
    soFar({ ...agriculture, before }, at('2018-07-19 09:00'), shanghai, voice);

  it('are told in order, each date once', () => {
    expect(story()).toBe(
      '我局6月22日通知，7月6日、12日提醒，13日提示截止，17日邮件、短信催报并致电贵局联络员，截至19日9时',
    );
  });

  it('leave out what was not delivered', () => {
    const failed = wholeLadder.map((each) => ({ ...each, delivered: each.kind === 'notice' }));
    expect(story(failed)).toBe('我局6月22日通知，截至7月19日9时');
    expect(story(wholeLadder.filter((each) => each.kind !== 'call'))).not.toContain('致电');
    expect(story([])).toBe('截至7月19日9时');
  });

  it('name only the channels of 催报 that were delivered', () => {
    const sms = wholeLadder.filter((each) => !(each.kind === 'chase' && each.channel === 'email'));
    expect(story(sms)).toContain('17日短信催报并致电');
  });

  it('leave out what went to officers or the office', () => {
    const internal = [
      told('due', '2018-07-13 14:30', { channel: 'task', slot: 'officer' }),
      told('supervise', '2018-07-18 09:00', { channel: 'slip', slot: 'office' }),
    ];
    expect(story(internal)).toBe('截至7月19日9时');
  });

  it('name a letter apart from the mail to the liaison', () => {
    const letter = told('press', '2018-07-19 08:45', { channel: 'letter', slot: 'leader' });
    expect(story([told('press', '2018-07-18 09:00'), letter])).toBe(
      '我局7月18日邮件催办，19日致函，截至19日9时',
    );
  });
});

function zoneEnd(ms: number) {
  return (at('2018-07-17 00:00') + ms) as ReturnType<typeof at>;
}
