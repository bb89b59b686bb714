import { describe, expect, it } from 'vitest';
import type { Obligation } from '../../../../domain/obligation/obligation.ts';
import { transition } from '../../../../domain/obligation/transition.ts';
import { day } from '../../../../domain/time/time.ts';
import { ACTS, extendedTo, obligation, situation } from '../../../support/rules/situation.ts';
import { at, dueOn } from '../../../support/time/dates.ts';

const extend = (before: Obligation, until: string, receivedAt = '2018-07-13 11:00') =>
  transition(situation(before, { receivedAt: at(receivedAt) }), {
    ...ACTS.extend,
    until: day(until),
  });
const restore = (before: Obligation, receivedAt: string) =>
  transition(situation(before, { receivedAt: at(receivedAt) }), ACTS['withdraw-extension']);

describe('an extension', () => {
  it('begins a new cycle, keeps the replaced date and tells the unit', () => {
    expect(
      extend(obligation('open', { promisedOn: day('2018-07-16') }), '2018-07-25'),
    ).toMatchObject({
      after: {
        state: 'open',
        cycle: 2,
        cycleKind: 'extended',
        cycleFrom: at('2018-07-13 11:00'),
        due: dueOn('2018-07-25'),
        dueBeforeExtension: dueOn('2018-07-15'),
        originalDue: dueOn('2018-07-15'),
        promisedOn: null,
      },
      steps: [{ key: 'extended-2', kind: 'extended' }],
      reportChanged: true,
      message: '市农业局延期至2018年7月25日：台风应急',
    });
  });

  it('extended again, the first date is still the one to restore', () => {
    const twice = extend(obligation('open', extendedTo('2018-07-25')), '2018-08-10');
    expect(twice).toMatchObject({
      after: { cycle: 3, due: dueOn('2018-08-10'), dueBeforeExtension: dueOn('2018-07-15') },
    });
  });

  it.each([
    ['into the past', '2018-07-13', '2018-07-20 09:00', '不能延期到已过去的日子：2018年7月13日'],
    ['to an earlier date', '2018-07-13', '2018-07-12 09:00', '须晚于现在的期限2018年7月16日'],
    ['to the same date', '2018-07-16', '2018-07-12 09:00', '须晚于现在的期限2018年7月16日'],
  ])('%s is refused', (_, until, receivedAt, sentence) => {
    const outcome = extend(obligation(), until, receivedAt);
    expect(outcome).toMatchObject({ ok: false, code: 'invalid' });
    expect(outcome.message).toContain(sentence);
  });

  it('to today is possible when the due date has passed', () => {
    expect(extend(obligation(), '2018-07-18', '2018-07-18 09:00')).toMatchObject({ ok: true });
  });

  it('needs a reason', () => {
    const outcome = transition(situation(obligation()), { ...ACTS.extend, reason: '' });
    expect(outcome).toMatchObject({ code: 'invalid', message: '延期须写明理由。' });
  });

  it('of a returned report keeps the short ladder', () => {
    expect(extend(obligation('returned'), '2018-07-27')).toMatchObject({
      after: { state: 'returned', cycle: 3, cycleKind: 'returned', due: dueOn('2018-07-27') },
    });
  });

  it('of the bureau’s own report sends nothing', () => {
    const own = extend(obligation('open', { own: true }), '2018-07-25');
    expect(own).toMatchObject({ ok: true, after: { cycle: 2 }, steps: [] });
  });
});

describe('an extension withdrawn', () => {
  const extended = obligation('open', extendedTo('2018-07-25'));

  it.each([
    ['the earlier date comes back', '2018-07-12 10:00', '2018-07-16'],
    [
      'on the eve the earlier date still is no earlier than the next working day',
      '2018-07-13 17:00',
      '2018-07-16',
    ],
    ['never before the next working day', '2018-07-16 10:00', '2018-07-17'],
    ['over a weekend neither', '2018-07-20 10:00', '2018-07-23'],
  ])('%s', (_, receivedAt, effective) => {
    const outcome = restore(extended, receivedAt);
    expect(outcome).toMatchObject({
      ok: true,
      after: { cycle: 3, cycleKind: 'extended', dueBeforeExtension: null, due: { effective } },
      steps: [{ key: 'extended-3', kind: 'extended' }],
    });
  });

  it.each(['2018-07-24 10:00', '2018-07-25 10:00', '2018-08-01 10:00'])(
    'never gives more time than the extension did (%s)',
    (receivedAt) => {
      const outcome = restore(extended, receivedAt);
      expect(outcome).toMatchObject({ ok: false, code: 'refused' });
      expect(outcome.message).toContain('2018年7月25日已到或将到');
      expect(outcome.message).toContain('无须撤销');
    },
  );

  it('where there is none is refused', () => {
    expect(restore(obligation(), '2018-07-12 10:00')).toEqual({
      ok: false,
      code: 'refused',
      message: '市农业局没有延期，无可撤销。',
    });
  });
});
