import { describe, expect, it } from 'vitest';
import type { ObligationAct } from '../../../../domain/obligation/act.ts';
import { transition } from '../../../../domain/obligation/transition.ts';
import { day } from '../../../../domain/time/time.ts';
import { ACTS, extendedTo, obligation, situation } from '../../../support/rules/situation.ts';
import { at, dueOn } from '../../../support/time/dates.ts';

describe('a judgement names the version its author saw', () => {
  const second = obligation('submitted', { version: 2 });
  it.each(['accept', 'return'] as const)('%s of an older one is superseded', (kind) => {
    expect(transition(situation(second), ACTS[kind])).toEqual({
      ok: false,
      code: 'superseded',
      message: '您看的是第1版，市农业局已报来第2版；请看过新版再定。',
    });
  });

  it.each(['accept', 'return'] as const)('%s of one that does not exist is invalid', (kind) => {
    const act = { ...ACTS[kind], version: 3 } as ObligationAct;
    expect(transition(situation(second), act)).toEqual({
      ok: false,
      code: 'invalid',
      message: '没有第3版；市农业局最新为第2版。',
    });
  });

  it('without a report to judge is refused for that reason first', () => {
    const taken = obligation('open', { version: 2 });
    expect(transition(situation(taken), ACTS.accept)).toMatchObject({ code: 'refused' });
  });
});

describe('a return', () => {
  const back = (until: string, other: Partial<typeof ACTS.return> = {}) =>
    transition(situation(obligation('submitted', extendedTo('2018-07-25'))), {
      ...ACTS.return,
      until: day(until),
      ...other,
    });

  it('begins a new cycle with the new date and tells the unit', () => {
    expect(back('2018-07-21')).toMatchObject({
      ok: true,
      after: {
        state: 'returned',
        cycle: 3,
        cycleKind: 'returned',
        cycleFrom: at('2018-07-13 11:00'),
        // A Saturday: judged by the Monday after it.
        due: { nominal: '2018-07-21', effective: '2018-07-23' },
        originalDue: dueOn('2018-07-15'),
        promisedOn: null,
      },
      steps: [{ key: 'returned-1', kind: 'returned' }],
      reportChanged: true,
    });
  });

  it('sets a date that is no extension and cannot be withdrawn', () => {
    const outcome = back('2018-07-21');
    if (!outcome.ok) throw new Error(outcome.message);
    const restored = transition(situation(outcome.after), ACTS['withdraw-extension']);
    expect(restored).toMatchObject({ ok: false, code: 'refused' });
    expect(restored.message).toContain('没有延期，无可撤销');
  });

  it('needs a reason, and a date that is not past', () => {
    expect(back('2018-07-21', { reason: ' ' })).toMatchObject({ code: 'invalid' });
    expect(back('2018-07-12')).toEqual({
      ok: false,
      code: 'invalid',
      message: '2018年7月12日已过；补充材料的期限请定在今天或以后。',
    });
    expect(back('2018-07-13')).toMatchObject({ ok: true });
  });

  it('of the bureau’s own report sends nothing', () => {
    const own = transition(situation(obligation('submitted', { own: true })), ACTS.return);
    expect(own).toMatchObject({ ok: true, after: { state: 'returned' }, steps: [] });
  });
});

describe('an acceptance', () => {
  it('changes nothing that the report shows and sends nothing', () => {
    expect(transition(situation(obligation('submitted')), ACTS.accept)).toMatchObject({
      after: { state: 'accepted', cycle: 1, version: 1 },
      steps: [],
      reportChanged: false,
    });
  });
});

describe('a waiver', () => {
  it('keeps its reason and clears the promise', () => {
    const promised = obligation('open', { promisedOn: day('2018-07-16') });
    expect(transition(situation(promised), ACTS.waive)).toMatchObject({
      after: { state: 'waived', waivedReason: '职责划转市林业局', promisedOn: null },
      reportChanged: true,
    });
  });

  it('needs a reason', () => {
    const outcome = transition(situation(obligation()), { kind: 'waive', reason: '' });
    expect(outcome).toMatchObject({ code: 'invalid', message: '免报须写明原因。' });
  });
});
