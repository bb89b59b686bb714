/** 回执, 退回, 延期: answers to a unit (docs/rules.md, rules 2, 3 and 12). */

import { dueYear, earliest, isPastDue } from '../due-day.ts';
import type { About } from '../facts.ts';
import {
  type Asked,
  type AskedUnit,
  DATES,
  MESSAGE,
  unitsWith,
  WAYS,
  whyReturned,
} from './unit-mail.ts';
import { flag, number, text, type Variables } from './variables.ts';

const PERIOD = text<AskedUnit>('报送期，如“2018年上半年”', 'the half-year', ({ about, say }) =>
  say.period(about.period),
);

const LATE = flag<AskedUnit>(
  '是否迟报',
  'it was late',
  ({ about }) => about.submission?.late ?? false,
);

export const RECEIPT: Variables<Asked> = {
  ...MESSAGE,
  units: unitsWith({
    period: PERIOD,
    report: text(
      '材料名称，如“2018年上半年普惠金融工作落实情况”',
      'name of the report',
      ({ about, facts, say }) => say.report(say.period(about.period), facts.sender.subject),
    ),
    received_at: text(
      '收到的时间，如“2018年7月12日16:05”；没有登记则为空',
      'when it was received; or empty',
      ({ about: { submission }, zone, say }) =>
        submission === null ? '' : say.dateAndClock(submission.receivedAt, zone),
    ),
    receipt: text(
      '回执号',
      'number of the receipt',
      ({ about }) => about.submission?.receipt ?? '',
    ),
    version: number('第几版', 'which version', ({ about }) => about.submission?.version ?? 1),
    late: LATE,
  }),
};

export const RETURNED: Variables<Asked> = {
  ...MESSAGE,
  units: unitsWith({
    period: PERIOD,
    received_on: text(
      '收到的日期，如“7月12日”；没有登记则为空',
      'the day it was received; or empty',
      ({ about, zone, say }) =>
        about.submission === null
          ? ''
          : say.monthDay(zone.dayOf(about.submission.receivedAt), dueYear(about)),
    ),
    late: LATE,
    reason: text('要求补充的内容', 'what to mend', whyReturned),
  }),
  dates: DATES,
  ways: WAYS,
};

export const EXTENDED: Variables<Asked> = {
  ...MESSAGE,
  later: later(({ facts }) => earliest(facts)),
  units: unitsWith({
    period: PERIOD,
    from: text(
      '原来的日期，如“7月15日”；没有变动则为空',
      'the date before; or empty',
      ({ about, say }) => {
        const moved = movedBy(about);
        return moved === null ? '' : say.monthDay(moved.previous, dueYear(about));
      },
    ),
    to: text(
      '新的日期，如“7月20日（星期五，含当日）24:00”',
      'the new date',
      ({ about, zone, say }) => say.closing(about, zone),
    ),
    later: later(({ about }: AskedUnit) => about),
    notes: text(
      '以“；”开头的顺延说明；没有则为空',
      'what else moved the date, after a semicolon; or empty',
      ({ about, zone, say }) => say.movedByRest(about, zone),
    ),
    reason: text('事由；没有则为空', 'why; or empty', ({ about, say }) => {
      const moved = movedBy(about);
      return moved === null ? '' : say.clause(moved.reason);
    }),
  }),
  ways: WAYS,
};

function later<Facts extends Asked>(aboutOf: (asked: Facts) => About) {
  return flag<Facts>(
    '日期是否推后（否则为提前或改回）',
    'the date was moved to a later day',
    (asked) => isLater(aboutOf(asked)),
  );
}

const movedBy = ({ extended }: About): About['extended'] =>
  extended === null || extended.previous === extended.until ? null : extended;

export const isLater = ({ extended }: About): boolean =>
  extended !== null && extended.previous < extended.until;

/** 延期答复: a refused request for a later date. */
export const EXTENSION_REFUSED: Variables<Asked> = {
  ...MESSAGE,
  over: flag('截止时间已过', 'the due time is over', ({ facts }) =>
    facts.about.some((about) => isPastDue(about, facts.asOf)),
  ),
  units: unitsWith({
    period: PERIOD,
    returned: flag(
      '申请的是退回后补充材料的时间',
      'the wish was for additions after a return',
      ({ about }) => about.returned !== null,
    ),
    until: text(
      '申请延至的日期；没有则为空',
      'the day that was asked for; or empty',
      ({ about, say }) =>
        about.refusedRequest === null
          ? ''
          : say.monthDay(about.refusedRequest.until, dueYear(about)),
    ),
    reason: text('不同意的事由；没有则为空', 'why not; or empty', ({ about, say }) =>
      about.refusedRequest === null ? '' : say.clause(about.refusedRequest.reason),
    ),
    due: text(
      '仍然有效的时间，如“7月15日（星期日，含当日）24:00”',
      'the date that stands',
      ({ about, zone, say }) => say.closing(about, zone),
    ),
    notes: text(
      '以“；”开头的顺延说明；没有则为空',
      'what moved the date, after a semicolon; or empty',
      ({ about, zone, say }) => say.movedByRest(about, zone),
    ),
  }),
  ways: WAYS,
};
