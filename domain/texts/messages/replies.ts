/** 回执, 退回, 延期: what answers something that happened. Rules 2, 3 and 12 of the field. */

import { dueYear, earliest, isPastDue } from '../due-day.ts';
import type { About } from '../facts.ts';
import { flag, list, number, text, type Values } from './spec.ts';
import { type Asked, DATES, dates, MESSAGE, message, UNIT, unit } from './unit-mail.ts';

const PERIOD = text('报送期，如“2018年上半年”', 'the half-year');

export const RECEIPT = {
  ...MESSAGE,
  units: list('每个单位一行', 'one entry for each unit', {
    ...UNIT,
    period: PERIOD,
    report: text('材料名称，如“2018年上半年普惠金融工作落实情况”', 'name of the report'),
    received_at: text(
      '收到的时间，如“2018年7月12日16:05”；没有登记则为空',
      'when it was received; or empty',
    ),
    receipt: text('回执号', 'number of the receipt'),
    version: number('第几版', 'which version'),
    late: flag('是否迟报', 'it was late'),
  }),
} as const;

export function receiptVariables(asked: Asked): Values<typeof RECEIPT> {
  const { facts, zone, say } = asked;
  return {
    ...message(asked),
    units: facts.about.map((about) => {
      const { submission } = about;
      const period = say.period(about.period);
      return {
        ...unit(about, facts, say),
        period,
        report: say.report(period, facts.sender.subject),
        received_at: submission === null ? '' : say.dateAndClock(submission.receivedAt, zone),
        receipt: submission?.receipt ?? '',
        version: submission?.version ?? 1,
        late: submission?.late ?? false,
      };
    }),
  };
}

const WAYS = text('报送方式', 'ways to report');

export const RETURNED = {
  ...MESSAGE,
  units: list('每个单位一行', 'one entry for each unit', {
    ...UNIT,
    period: PERIOD,
    received_on: text(
      '收到的日期，如“7月12日”；没有登记则为空',
      'the day it was received; or empty',
    ),
    late: flag('是否迟报', 'it was late'),
    reason: text('要求补充的内容', 'what to mend'),
  }),
  dates: DATES,
  ways: WAYS,
} as const;

export function returnedVariables(asked: Asked): Values<typeof RETURNED> {
  const { facts, zone, say } = asked;
  return {
    ...message(asked),
    units: facts.about.map((about) => {
      const { submission, returned } = about;
      return {
        ...unit(about, facts, say),
        period: say.period(about.period),
        received_on:
          submission === null
            ? ''
            : say.monthDay(zone.dayOf(submission.receivedAt), dueYear(about)),
        late: submission?.late ?? false,
        reason: returned === null ? '' : say.clause(returned.reason),
      };
    }),
    dates: dates(asked),
    ways: say.waysAgain(facts, zone),
  };
}

const LATER = flag('日期是否推后（否则为提前或改回）', 'the date was moved to a later day');

export const EXTENDED = {
  ...MESSAGE,
  later: LATER,
  units: list('每个单位一行', 'one entry for each unit', {
    ...UNIT,
    period: PERIOD,
    from: text('原来的日期，如“7月15日”；没有变动则为空', 'the date before; or empty'),
    to: text('新的日期，如“7月20日（星期五，含当日）24:00”', 'the new date'),
    later: LATER,
    notes: text(
      '以“；”开头的顺延说明；没有则为空',
      'what else moved the date, after a semicolon; or empty',
    ),
    reason: text('事由；没有则为空', 'why; or empty'),
  }),
  ways: WAYS,
} as const;

export function extendedVariables(asked: Asked): Values<typeof EXTENDED> {
  const { facts, zone, say } = asked;
  return {
    ...message(asked),
    later: isLater(earliest(facts)),
    units: facts.about.map((about) => {
      const moved = movedBy(about);
      return {
        ...unit(about, facts, say),
        period: say.period(about.period),
        from: moved === null ? '' : say.monthDay(moved.previous, dueYear(about)),
        to: say.closing(about, zone),
        later: isLater(about),
        notes: say.movedByRest(about, zone),
        reason: moved === null ? '' : say.clause(moved.reason),
      };
    }),
    ways: say.waysAgain(facts, zone),
  };
}

const movedBy = ({ extended }: About): About['extended'] =>
  extended === null || extended.previous === extended.until ? null : extended;

export const isLater = ({ extended }: About): boolean =>
  extended !== null && extended.previous < extended.until;

/** 延期答复: the bureau has not agreed to a later date; why, and the date that stands. Rule 12 of the field. */
export const EXTENSION_REFUSED = {
  ...MESSAGE,
  over: flag('截止时间已过', 'the due time is over'),
  units: list('每个单位一行', 'one entry for each unit', {
    ...UNIT,
    period: text('报送期，如“2018年上半年”', 'the half-year'),
    returned: flag('申请的是退回后补充材料的时间', 'the wish was for additions after a return'),
    until: text('申请延至的日期；没有则为空', 'the day that was asked for; or empty'),
    reason: text('不同意的事由；没有则为空', 'why not; or empty'),
    due: text('仍然有效的时间，如“7月15日（星期日，含当日）24:00”', 'the date that stands'),
    notes: text(
      '以“；”开头的顺延说明；没有则为空',
      'what moved the date, after a semicolon; or empty',
    ),
  }),
  ways: text('报送方式', 'ways to report'),
} as const;

export function extensionRefusedVariables(asked: Asked): Values<typeof EXTENSION_REFUSED> {
  const { facts, zone, say } = asked;
  return {
    ...message(asked),
    over: facts.about.some((about) => isPastDue(about, facts.asOf)),
    units: facts.about.map((about) => {
      const wish = about.refusedWish;
      return {
        ...unit(about, facts, say),
        period: say.period(about.period),
        returned: about.returned !== null,
        until: wish === null ? '' : say.monthDay(wish.until, dueYear(about)),
        reason: wish === null ? '' : say.clause(wish.reason),
        due: say.closing(about, zone),
        notes: say.movedByRest(about, zone),
      };
    }),
    ways: say.waysAgain(facts, zone),
  };
}
