import { describe, expect, it } from 'vitest';
import type { DeliveryState } from '../../../../domain/delivery/delivery.ts';
import { transition } from '../../../../domain/obligation/transition.ts';
import { day } from '../../../../domain/time/time.ts';
import { ACTS, LETTER, obligation, situation } from '../../../support/rules/situation.ts';
import { at } from '../../../support/time/dates.ts';

describe('a confirmation 签收', () => {
  it('keeps the time of the first one', () => {
    const first = transition(situation(obligation()), ACTS.confirm);
    expect(first).toMatchObject({ after: { confirmedAt: at('2018-07-13 11:00') } });
    const known = obligation('open', { confirmedAt: at('2018-06-25 09:00') });
    expect(transition(situation(known), ACTS.confirm)).toMatchObject({ after: known });
  });
});

describe('a telephone call', () => {
  const promise = (promisedOn: string | null, state: 'open' | 'submitted' = 'open') =>
    transition(situation(obligation(state)), {
      ...ACTS.call,
      promisedOn: promisedOn === null ? null : day(promisedOn),
    });

  it('with a promised date sets the date', () => {
    expect(promise('2018-07-13')).toMatchObject({ after: { promisedOn: '2018-07-13' } });
    expect(promise('2018-07-20')).toMatchObject({ after: { promisedOn: '2018-07-20' } });
  });

  it('without one, or of a unit that has reported, is recorded only', () => {
    expect(promise(null)).toMatchObject({ after: { rev: 7, promisedOn: null } });
    expect(promise('2018-07-20', 'submitted')).toMatchObject({ after: { promisedOn: null } });
  });

  it('needs a person, and a promised date that is not past', () => {
    expect(promise('2018-07-12')).toEqual({
      ok: false,
      code: 'invalid',
      message: '承诺日期2018年7月12日已过；请填写今天或以后的日期。',
    });
    const nobody = transition(situation(obligation()), { ...ACTS.call, who: ' ' });
    expect(nobody).toMatchObject({ code: 'invalid', message: '请写明与谁通话。' });
  });
});

it('a note needs words', () => {
  const empty = transition(situation(obligation()), { kind: 'note', text: '\n' });
  expect(empty).toMatchObject({ code: 'invalid', message: '备注不能为空。' });
});

describe('a reminder by hand', () => {
  it.each([
    ['2018-07-13 11:00', 0, { key: 'remind-1', kind: 'reminder' }],
    ['2018-07-13 11:00', 2, { key: 'remind-3', kind: 'reminder' }],
    ['2018-07-17 00:00', 0, { key: 'remind-1', kind: 'chase' }],
  ] as const)('at %s after %i others', (receivedAt, remindersByHand, step) => {
    const now = situation(obligation(), { receivedAt: at(receivedAt), remindersByHand });
    expect(transition(now, ACTS.remind)).toMatchObject({ steps: [step] });
  });

  it('is refused for the bureau’s own report', () => {
    const own = obligation('open', { own: true });
    expect(transition(situation(own), ACTS.remind)).toMatchObject({ after: own, steps: [] });
  });
});

const letter = (state: DeliveryState) => ({ ...LETTER, state });

describe('a held document', () => {
  it('is released or dismissed once', () => {
    const now = situation(obligation(), { delivery: letter('held') });
    const released = transition(now, ACTS.release);
    expect(released).toMatchObject({ delivery: { key: 'letter', to: 'planned' } });
    const dismissed = transition(now, ACTS.dismiss);
    expect(dismissed).toMatchObject({ delivery: { key: 'letter', to: 'dismissed' } });
  });

  it.each<[DeliveryState]>([['planned'], ['sent'], ['dismissed'], ['cancelled']])(
    'that is %s already is left alone',
    (state) => {
      for (const act of [ACTS.release, ACTS.dismiss]) {
        const outcome = transition(situation(obligation(), { delivery: letter(state) }), act);
        expect(outcome).toMatchObject({ ok: false, code: 'refused' });
        expect(outcome.message).toContain('不能再次审发');
      }
    },
  );

  it('that does not exist is refused by its key', () => {
    const outcome = transition(situation(obligation()), ACTS.release);
    expect(outcome).toMatchObject({ ok: false, code: 'not_found' });
    expect(outcome.message).toContain('没有编号为“letter”的待审发文稿；可用 tasks 查看');
  });
});
