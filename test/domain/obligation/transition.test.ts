import { describe, expect, test } from 'vitest';
import type { ObligationAct } from '../../../domain/obligation/act.ts';
import type { Obligation, ObligationState } from '../../../domain/obligation/obligation.ts';
import type { NamedDelivery } from '../../../domain/obligation/transition/change.ts';
import { transition } from '../../../domain/obligation/transition.ts';
import { day } from '../../../domain/time/time.ts';
import {
  ACTS,
  extendedTo,
  FAILED,
  LETTER,
  obligation,
  situation,
} from '../../support/rules/situation.ts';

/** `state` = goes there, `kept` = recorded and nothing changes, `noted` = same state with a new fact, `✗` = refused. */
const TABLE: Readonly<Record<ObligationAct['kind'], readonly string[]>> = {
  submit: ['submitted', 'submitted', 'submitted', '✗ 请市金融局先退回', 'submitted'],
  record: ['submitted', 'submitted', 'submitted', '✗ 请市金融局先退回', 'submitted'],
  withdraw: ['✗ 无可撤回', 'open', '✗ 无可撤回', '✗ 请市金融局退回', '✗ 无可撤回'],
  return: ['✗ 没有待审的材料', 'returned', '✗ 没有待审的材料', 'returned', '✗ 已免报'],
  accept: ['✗ 没有待审的材料', 'accepted', '✗ 没有待审的材料', 'kept', '✗ 已免报'],
  extend: ['noted', 'kept', 'noted', '✗ 已审核通过，期限不再改动', '✗ 已免报，期限不再改动'],
  'withdraw-extension': ['noted', 'kept', 'noted', '✗ 已审核通过', '✗ 已免报'],
  waive: ['waived', '✗ 请先退回', 'waived', '✗ 无须免报', 'kept'],
  confirm: ['noted', 'noted', 'noted', 'noted', 'noted'],
  call: ['noted', 'kept', 'noted', 'kept', 'kept'],
  note: ['kept', 'kept', 'kept', 'kept', 'kept'],
  remind: ['noted', 'kept', 'noted', 'kept', 'kept'],
  release: ['noted', '✗ 文稿不再发出', 'noted', '✗ 文稿不再发出', '✗ 文稿不再发出'],
  dismiss: ['noted', 'noted', 'noted', 'noted', 'noted'],
  'edit-held': ['kept', 'kept', 'kept', 'kept', 'kept'],
  resend: ['noted', '✗ 不再打扰', 'noted', '✗ 不再打扰', '✗ 不再打扰'],
  'ask-extension': ['kept', '✗ 已报送，无须申请', 'kept', '✗ 已报送，无须申请', '✗ 已免报'],
  'refuse-extension': ['noted', 'kept', 'noted', 'kept', 'kept'],
  endorse: ['✗ 请先报送', 'kept', '✗ 请先报送', 'kept', '✗ 请先报送'],
  'add-scan': ['✗ 请先报送', 'kept', '✗ 请先报送', 'kept', '✗ 请先报送'],
};
const STATES: readonly ObligationState[] = ['open', 'submitted', 'returned', 'accepted', 'waived'];
const KINDS = Object.keys(TABLE) as ObligationAct['kind'][];

const CELLS = KINDS.flatMap((kind) =>
  STATES.map((state, column) => [kind, state, TABLE[kind][column] ?? ''] as const),
);

/** A letter waits for release, a mail has failed, and the unit has asked for a later date. */
const WAITING = { request: { number: 1, until: day('2018-07-25'), reason: '台风应急' } } as const;
const named = (kind: ObligationAct['kind'], { cycle }: Obligation): NamedDelivery =>
  kind === 'resend' ? { ...FAILED, cycle } : LETTER;

/** An extension can only be withdrawn where there is one. */
const standing = (kind: ObligationAct['kind'], state: ObligationState) =>
  obligation(state, kind === 'withdraw-extension' ? extendedTo('2018-07-25') : {});

describe('what a command does in each state', () => {
  test.each(CELLS)('%s when %s: %s', (kind, state, expected) => {
    const before = standing(kind, state);
    const outcome = transition(
      situation(before, { ...WAITING, delivery: named(kind, before) }),
      ACTS[kind],
    );
    if (expected.startsWith('✗')) {
      expect(outcome).toMatchObject({ ok: false, code: 'refused' });
      expect(outcome.message).toContain(expected.slice(2));
      return;
    }
    if (!outcome.ok) throw new Error(outcome.message);
    const changes = expected !== 'kept';
    const goesTo = STATES.find((each) => each === expected) ?? state;
    expect(outcome.after.state).toBe(goesTo);
    expect(outcome.after.rev).toBe(before.rev + Number(changes));
    if (!changes) expect(outcome.after).toBe(before);
    if (!changes) expect(outcome).toMatchObject({ steps: [], reportChanged: false });
  });
});

describe('after sign-off', () => {
  const inEachState = KINDS.flatMap((kind) => STATES.map((state) => [kind, state] as const));

  test.each(inEachState)('%s when %s', (kind, state) => {
    const before = standing(kind, state);
    const later = { ...WAITING, phase: 'signed-off', delivery: named(kind, before) } as const;
    const outcome = transition(situation(before, later), ACTS[kind]);
    if (kind === 'submit' || kind === 'record') {
      expect(outcome).toMatchObject({
        ok: true,
        after: { ...before, rev: before.rev + 1, version: before.version + 1 },
        submission: { supplement: true, version: before.version + 1 },
        steps: [],
        reportChanged: false,
      });
      expect(outcome.message).toContain('作为补报保存');
      return;
    }
    if (kind === 'add-scan' && before.version === 0) {
      expect(outcome).toMatchObject({ ok: false, code: 'refused' });
      return;
    }
    if (kind === 'note' || kind === 'add-scan') {
      expect(outcome).toMatchObject({ ok: true, after: before });
      return;
    }
    expect(outcome).toMatchObject({ ok: false, code: 'closed' });
    expect(outcome.message).toContain(
      '2018H1 已上报，不能再改动；确需改动，请市金融局先“重新开启”',
    );
  });
});

describe('before the opening and after a cancellation every command is refused', () => {
  test.each(KINDS)('%s', (kind) => {
    for (const state of STATES) {
      const before = standing(kind, state);
      expect(transition(situation(before, { phase: 'planned' }), ACTS[kind])).toEqual({
        ok: false,
        code: 'refused',
        message: 'zhongshan-2017-2020/2018H1 尚未开启，开启后才能操作。',
      });
      expect(transition(situation(before, { phase: 'cancelled' }), ACTS[kind])).toEqual({
        ok: false,
        code: 'closed',
        message: expect.stringContaining('已撤销，不再接收任何操作；如系误撤，请重新启动该年度。'),
      });
    }
  });
});
