import { describe, expect, it } from 'vitest';
import { type DeliveryState, noAddress } from '../../../../domain/delivery/delivery.ts';
import type { NamedDelivery, Situation } from '../../../../domain/obligation/transition/change.ts';
import { transition } from '../../../../domain/obligation/transition.ts';
import type { MessageKind } from '../../../../domain/plan/message-kinds.ts';
import {
  ACTS,
  extendedTo,
  FAILED,
  obligation,
  situation,
} from '../../../support/rules/situation.ts';
import { at } from '../../../support/time/dates.ts';

const resend = (
  delivery: Partial<NamedDelivery>,
  before = obligation(),
  other: Partial<Situation> = {},
) => transition(situation(before, { delivery: { ...FAILED, ...delivery }, ...other }), ACTS.resend);

describe('a failed message', () => {
  it('is sent again to the same role and channel only', () => {
    expect(
      resend({ kind: 'chase', slot: 'deputy', channel: 'sms' }, obligation(), { resends: 2 }),
    ).toMatchObject({
      ok: true,
      steps: [
        {
          key: 'resend-3',
          kind: 'chase',
          addressing: [{ slot: 'deputy', channels: ['sms'], release: 'automatic' }],
        },
      ],
    });
  });

  it.each<[DeliveryState, string | null, string]>([
    ['rejected', '550', '补发'],
    ['unknown', null, '补发'],
    ['given up', null, '补发'],
    ['skipped', noAddress('email'), '补发'],
    ['skipped', noAddress('sms'), '补发'],
    ['skipped', '联络员已签收且前次已送达', '✗ 没有失败'],
    ['skipped', null, '✗ 没有失败'],
    ['planned', null, '✗ 没有失败'],
    ['sending', null, '✗ 没有失败'],
    ['sent', null, '✗ 没有失败'],
    ['held', null, '✗ 没有失败'],
    ['cancelled', '已报，取消', '✗ 没有失败'],
    ['dismissed', null, '✗ 没有失败'],
  ])('%s (%s): %s', (state, reason, expected) => {
    const outcome = resend({ state, reason });
    expect(outcome.ok).toBe(!expected.startsWith('✗'));
    expect(outcome.message).toContain(expected.replace('✗ ', ''));
  });

  it('is not sent twice when two people ask', () => {
    expect(resend({ isFollowed: true })).toMatchObject({ ok: false, code: 'refused' });
  });

  it('is sent again five times in a cycle at most', () => {
    expect(resend({}, obligation(), { resends: 4 })).toMatchObject({ ok: true });
    const outcome = resend({}, obligation(), { resends: 5 });
    expect(outcome).toMatchObject({ ok: false, code: 'refused' });
    expect(outcome.message).toContain('请核对联系方式，或改用电话');
  });

  it('is refused when its date does not apply any more: another cycle, or a reminder after the due date', () => {
    const extended = obligation('open', extendedTo('2018-07-25'));
    expect(resend({ cycle: 1 }, extended).message).toContain('期限已改');
    expect(resend({ cycle: 2 }, extended)).toMatchObject({ ok: true });
    const late = { receivedAt: at('2018-07-17 09:00') };
    const after = (kind: MessageKind) => resend({ kind }, obligation(), late).ok;
    const kinds = ['notice', 'reminder', 'due', 'chase', 'press', 'extended'] as const;
    expect(kinds.filter(after)).toEqual(['notice', 'chase', 'press', 'extended']);
  });

  it('is not sent again to a unit that has reported, except an acknowledgement', () => {
    for (const state of ['submitted', 'accepted', 'waived'] as const) {
      const kinds = ['notice', 'returned', 'extended', 'receipt'] as const;
      const taken = kinds.filter((kind) => resend({ kind, cycle: 9 }, obligation(state)).ok);
      expect(taken).toEqual(['receipt']);
    }
  });

  it('is prepared anew and held where it needs a release; a task is no message', () => {
    const of = { kind: 'press', slot: 'leader', needsRelease: true } as const;
    const letter = resend({ ...of, channel: 'letter' });
    expect(resend({ ...of, channel: 'email' })).toMatchObject({
      steps: [{ addressing: [{ channels: ['email'], release: 'held' }] }],
    });
    expect(letter).toMatchObject({ steps: [{ addressing: [{ release: 'held' }] }] });
    expect(letter.message).toContain('备好后待审发');
    expect(resend({ channel: 'task' }).message).toContain('不能补发');
  });

  it('that does not exist is refused by its key', () => {
    const outcome = transition(situation(obligation()), ACTS.resend);
    expect(outcome).toMatchObject({ code: 'not_found', message: '没有编号为“failed”的投递。' });
  });
});
