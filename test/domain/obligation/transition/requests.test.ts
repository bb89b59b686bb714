/** Extension requests, endorsements, signed pages, and edits of a held letter. */
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../../domain/obligation/limits.ts';
import { transition } from '../../../../domain/obligation/transition.ts';
import { day } from '../../../../domain/time/time.ts';
import {
  ACTS,
  extendedTo,
  LETTER,
  obligation,
  situation,
} from '../../../support/rules/situation.ts';

const WISH = { number: 2, until: day('2018-07-24'), reason: '台风应急' };

describe('an extension request', () => {
  const ask = (until: string, reason = '台风应急') =>
    transition(situation(obligation()), {
      kind: 'ask-extension',
      until: day(until),
      reason,
    });

  it.each([
    ['2018-07-12', '台风应急', '2018年7月12日已过；请申请今天以后的日期。'],
    // Monday, to which Sunday the 15th has been moved already.
    ['2018-07-16', '台风应急', '须晚于现在的期限2018年7月16日'],
    ['2018-07-25', ' \n', '申请延期须写明理由。'],
    ['2018-07-25', '雨'.repeat(LIMITS.reason + 1), '理由共201字，超过200字'],
  ])('until %s because of %j is refused', (until, reason, sentence) => {
    const outcome = ask(until, reason);
    expect(outcome).toMatchObject({ ok: false, code: 'invalid' });
    expect(outcome.message).toContain(sentence);
  });

  it('may have a reason of 200 characters, counted in code points', () => {
    expect(ask('2018-07-25', '𠮷'.repeat(LIMITS.reason))).toMatchObject({ ok: true });
  });

  it('is measured by the present date, also an extended one', () => {
    const extended = obligation('open', extendedTo('2018-07-25'));
    expect(transition(situation(extended), ACTS['ask-extension'])).toMatchObject({ ok: false });
  });

  it.each([
    ['extend', 'granted'],
    ['waive', 'superseded'],
    ['submit', 'superseded'],
    ['record', 'superseded'],
    ['ask-extension', 'superseded'],
    ['refuse-extension', 'refused'],
  ] as const)('is answered by %s as %s', (kind, answer) => {
    const outcome = transition(situation(obligation(), { request: WISH }), ACTS[kind]);
    expect(outcome).toMatchObject({ ok: true, requestAnswer: { answer } });
    const nobodyAsked = transition(situation(obligation()), ACTS[kind]);
    expect(nobodyAsked).not.toHaveProperty('requestAnswer');
  });

  it.each(['call', 'note', 'remind', 'confirm', 'withdraw-extension'] as const)(
    'is left open by %s',
    (kind) => {
      const before =
        kind === 'withdraw-extension' ? obligation('open', extendedTo('2018-07-25')) : obligation();
      const outcome = transition(situation(before, { request: WISH }), ACTS[kind]);
      expect(outcome).toMatchObject({ ok: true });
      expect(outcome).not.toHaveProperty('requestAnswer');
    },
  );

  it('is refused with a reason, if there is an open one', () => {
    const refuse = (reason: string, request: typeof WISH | null = WISH) =>
      transition(situation(obligation(), { request }), { kind: 'refuse-extension', reason });
    expect(refuse('时间紧')).toMatchObject({
      message: expect.stringContaining('期限仍为2018年7月16日'),
      after: { rev: obligation().rev + 1, cycle: 1, due: obligation().due },
      steps: [{ key: 'extension-refused-2', kind: 'extension-refused' }],
    });
    expect(refuse(' ')).toMatchObject({ ok: false, code: 'invalid' });
    expect(refuse('时间紧', null)).toMatchObject({ ok: false, code: 'refused' });
  });
});

describe('an endorsement, and a signed page', () => {
  const second = obligation('submitted', { version: 2 });
  const endorse = (version: number, endorsed = false) =>
    transition(situation(second, { endorsed }), { kind: 'endorse', version });
  const scanOf = (version: number) =>
    transition(situation(second), { ...ACTS['add-scan'], version });

  it('must name the newest version', () => {
    expect(endorse(2)).toMatchObject({ ok: true, endorsed: 2, after: second });
    expect(endorse(1)).toMatchObject({ ok: false, code: 'superseded' });
    expect(endorse(3)).toMatchObject({ ok: false, code: 'invalid' });
  });

  it('of the same person again changes nothing', () => {
    expect(endorse(2, true)).toMatchObject({ ok: true, after: second, steps: [] });
    expect(endorse(2, true)).not.toHaveProperty('endorsed');
  });

  it('may be added to any version', () => {
    for (const version of [1, 2]) {
      expect(scanOf(version)).toMatchObject({ ok: true, after: second, files: { version } });
    }
    for (const version of [0, 3]) expect(scanOf(version)).toMatchObject({ code: 'invalid' });
  });

  it('may be added to the supplement of a waived unit', () => {
    const supplemented = obligation('waived', { version: 1 });
    const late = situation(supplemented, { phase: 'signed-off' });
    expect(transition(late, ACTS['add-scan'])).toMatchObject({ ok: true, after: supplemented });
  });
});

describe('the text of a held document', () => {
  const { document } = ACTS['edit-held'];
  const edit = (words: Partial<typeof document>) =>
    transition(situation(obligation(), { delivery: LETTER }), {
      ...ACTS['edit-held'],
      document: { ...document, ...words },
    });

  it.each([
    [{ title: ' ' }, '标题没有填'],
    [{ addressee: '' }, '主送单位没有填'],
    [{ signature: '' }, '没有署名'],
    [{ paragraphs: [' ', ''] }, '没有正文'],
    [{ addressee: '市农业局\n市林业局' }, '“市农业局”应写成一行'],
    [{ paragraphs: ['字'.repeat(LIMITS.document)] }, '超过2000字'],
  ])('%j: %s', (words, sentence) => {
    const outcome = edit(words);
    expect(outcome).toMatchObject({ ok: false, code: 'invalid' });
    expect(outcome.message).toContain(sentence);
  });

  it('is kept as typed; the title may have several lines', () => {
    const words = { title: '关于报送\n落实情况的函', paragraphs: ['一。', '二。'] };
    expect(edit(words)).toMatchObject({
      ok: true,
      document: { key: 'letter', document: { ...document, ...words } },
    });
  });

  it.each(['planned', 'sending', 'sent', 'dismissed', 'cancelled'] as const)(
    'are final once it is %s',
    (state) => {
      const outcome = transition(
        situation(obligation(), { delivery: { ...LETTER, state } }),
        ACTS['edit-held'],
      );
      expect(outcome).toMatchObject({ ok: false, code: 'refused' });
      expect(outcome.message).toContain('不能再次修改');
    },
  );

  it('are only of what waits for release', () => {
    const mail = { ...LETTER, channel: 'email', needsRelease: false } as const;
    const outcome = transition(situation(obligation(), { delivery: mail }), ACTS['edit-held']);
    expect(outcome).toMatchObject({ ok: false, code: 'not_found' });
  });
});

describe('the words of a held mail', () => {
  const words = { subject: '请于周五前报送', text: '古镇镇政府：\n\n请于周五前报来。\n' };
  const edit = (channel: 'email' | 'sms' | 'letter', document: typeof words) =>
    transition(situation(obligation(), { delivery: { ...LETTER, channel } }), {
      ...ACTS['edit-held'],
      document,
    });

  it('are kept as they are', () => {
    expect(edit('email', words)).toMatchObject({
      ok: true,
      document: { key: 'letter', document: words },
    });
  });

  it.each([
    [{ ...words, subject: ' ' }, '主题没有填'],
    [{ ...words, subject: '请于\n周五前' }, '应写成一行'],
    [{ ...words, text: '\n' }, '没有正文'],
    [{ ...words, text: '字'.repeat(LIMITS.document) }, '超过2000字'],
  ])('%j: %s', (document, sentence) => {
    const outcome = edit('email', document);
    expect(outcome).toMatchObject({ ok: false, code: 'invalid' });
    expect(outcome.message).toContain(sentence);
  });

  it('are those of its template in an SMS, and no document', () => {
    expect(edit('sms', words)).toMatchObject({ ok: false, code: 'refused' });
    expect(edit('letter', words)).toMatchObject({ ok: false, code: 'invalid' });
  });
});
