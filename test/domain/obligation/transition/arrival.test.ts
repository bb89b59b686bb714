import { describe, expect, it } from 'vitest';
import type { ObligationAct } from '../../../../domain/obligation/act.ts';
import {
  isLate,
  isLateByOriginal,
  type Obligation,
} from '../../../../domain/obligation/obligation.ts';
import { transition } from '../../../../domain/obligation/transition.ts';
import { day } from '../../../../domain/time/time.ts';
import { signedReport } from '../../../support/reports/reports.ts';
import { ACTS, extendedTo, obligation, situation } from '../../../support/rules/situation.ts';
import { at } from '../../../support/time/dates.ts';

/** Carries the commands out one after another, each at its moment; a refusal fails the test. */
function course(before: Obligation, ...turns: readonly (readonly [string, ObligationAct])[]) {
  let now = before;
  for (const [moment, act] of turns) {
    const outcome = transition(situation(now, { receivedAt: at(moment) }), act);
    if (!outcome.ok) throw new Error(outcome.message);
    now = outcome.after;
  }
  return now;
}

const { submit, withdraw, accept } = ACTS;
const sendBack = (version: number, until: string): ObligationAct => ({
  kind: 'return',
  version,
  reason: '缺少数据',
  until: day(until),
});
const cameIn = (moment: string): ObligationAct => ({
  ...ACTS.record,
  actuallyReceivedAt: at(moment),
});
const onTime = { late: false, lateByOriginal: false, returnLate: false };
const judged = (o: Obligation) => ({
  late: isLate(o),
  lateByOriginal: isLateByOriginal(o),
  returnLate: o.returnLate,
});

describe('a report is late when its first arrival is after the due instant of that time', () => {
  it.each([
    // The 15th is a Sunday: the Monday after it is judged by, to its last millisecond.
    ['2018-07-16 23:59', onTime],
    ['2018-07-17 00:00', { ...onTime, late: true, lateByOriginal: true }],
  ])('received %s', (moment, expected) => {
    expect(judged(course(obligation(), [moment, submit]))).toEqual(expected);
  });

  it('an extension makes it on time, though late by the original date', () => {
    const extended = obligation('open', extendedTo('2018-07-25'));
    expect(judged(course(extended, ['2018-07-20 10:00', submit]))).toEqual({
      ...onTime,
      lateByOriginal: true,
    });
  });

  it('a newer version does not make a report late that was on time', () => {
    const twice = course(obligation(), ['2018-07-12 10:00', submit], ['2018-07-18 10:00', submit]);
    expect(judged(twice)).toEqual(onTime);
    expect(twice).toMatchObject({
      version: 2,
      firstVersion: 1,
      receivedAt: at('2018-07-18 10:00'),
    });
  });

  it('a report of a waived unit ends the waiver and is judged like any other', () => {
    const came = course(obligation('waived'), ['2018-07-18 10:00', submit]);
    expect(came).toMatchObject({ state: 'submitted', waivedReason: null });
    expect(judged(came)).toMatchObject({ late: true });
  });
});

describe('a return does not make an arrival late', () => {
  const returned = course(
    obligation(),
    ['2018-07-12 10:00', submit],
    ['2018-07-13 09:00', sendBack(1, '2018-07-20')],
  );

  it('not by itself, and not when the new version comes in time', () => {
    expect(judged(returned)).toEqual(onTime);
    expect(judged(course(returned, ['2018-07-20 23:59', submit]))).toEqual(onTime);
  });

  it('a resubmission after the date of the return is returnLate, not late', () => {
    const came = course(returned, ['2018-07-21 00:00', submit]);
    expect(judged(came)).toEqual({ ...onTime, returnLate: true });
  });

  it('not when the resubmission is withdrawn; the next one is judged by the date of the return', () => {
    const again = course(
      returned,
      ['2018-07-19 10:00', submit],
      ['2018-07-19 11:00', withdraw],
      ['2018-07-23 10:00', submit],
    );
    expect(judged(again)).toEqual({ ...onTime, returnLate: true });
  });

  it('not after an extension of the return’s date, nor after a second return', () => {
    const again = course(
      returned,
      ['2018-07-19 10:00', submit],
      ['2018-07-19 11:00', withdraw],
      ['2018-07-19 12:00', { ...ACTS.extend, until: day('2018-07-27') }],
      ['2018-07-26 10:00', submit],
      ['2018-07-26 11:00', withdraw],
      ['2018-07-27 10:00', submit],
    );
    expect(judged(again)).toEqual(onTime);
    expect(again.cycleKind).toBe('returned');
  });

  it('an accepted report may be returned too, and keeps its record', () => {
    const back = course(
      obligation('submitted'),
      ['2018-07-13 10:00', accept],
      ['2018-07-18 10:00', sendBack(1, '2018-07-25')],
    );
    expect(back).toMatchObject({ state: 'returned', firstVersion: 1 });
    expect(judged(back)).toEqual(onTime);
  });
});

describe('a unit that withdraws its report has not reported', () => {
  it('the next arrival is the first', () => {
    const again = course(
      obligation(),
      ['2018-07-12 10:00', submit],
      ['2018-07-12 11:00', withdraw],
      ['2018-07-18 10:00', submit],
    );
    expect(judged(again)).toMatchObject({ late: true });
    expect(again).toMatchObject({ version: 2, firstVersion: 2 });
  });

  it('also when it had replaced the first version by a second', () => {
    const open = course(
      obligation(),
      ['2018-07-12 10:00', submit],
      ['2018-07-12 11:00', submit],
      ['2018-07-13 09:00', withdraw],
    );
    expect(open).toMatchObject({ state: 'open', firstReceivedAt: null, receivedAt: null });
    expect(judged(course(open, ['2018-07-18 10:00', submit]))).toMatchObject({ late: true });
  });
});

describe('a report that an officer enters counts from when it was really received', () => {
  it('on paper before the end of the due day, entered the day after', () => {
    const came = course(obligation(), ['2018-07-17 09:30', cameIn('2018-07-16 17:00')]);
    expect(judged(came)).toEqual(onTime);
    expect(came.receivedAt).toBe(at('2018-07-16 17:00'));
  });

  it('an earlier receipt entered later becomes the first arrival, judged by the same due date', () => {
    const came = course(
      obligation(),
      ['2018-07-17 09:00', submit],
      ['2018-07-17 15:00', cameIn('2018-07-16 17:00')],
    );
    expect(judged(came)).toEqual(onTime);
    expect(came).toMatchObject({ firstVersion: 2, firstReceivedAt: at('2018-07-16 17:00') });
  });

  it('a later receipt entered later leaves the first arrival alone', () => {
    const came = course(
      obligation(),
      ['2018-07-12 09:00', submit],
      ['2018-07-18 15:00', cameIn('2018-07-18 10:00')],
    );
    expect(came).toMatchObject({ firstVersion: 1, firstReceivedAt: at('2018-07-12 09:00') });
  });

  it('cannot have been received later than now', () => {
    const outcome = transition(
      situation(obligation(), { receivedAt: at('2018-07-13 09:29') }),
      cameIn('2018-07-13 09:30'),
    );
    expect(outcome).toMatchObject({ ok: false, code: 'invalid' });
    expect(outcome.message).toContain('不晚于录入时刻');
  });

  it('keeps its way and evidence; online reports have none', () => {
    const paper = transition(situation(obligation()), ACTS.record);
    expect(paper).toMatchObject({ submission: { way: 'paper', evidence: '收文登记 2018-0713' } });
    const online = transition(situation(obligation()), submit);
    expect(online).toMatchObject({
      submission: { way: 'online', evidence: '', report: signedReport },
    });
  });
});

it('an arrival calls an acknowledgement, except for the bureau’s own report', () => {
  const theirs = transition(situation(obligation()), submit);
  expect(theirs).toMatchObject({ steps: [{ key: 'receipt-1', kind: 'receipt' }] });
  const own = transition(situation(obligation('open', { own: true })), submit);
  expect(own).toMatchObject({ ok: true, steps: [] });
});
