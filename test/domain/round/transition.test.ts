import { describe, expect, it, test } from 'vitest';
import type {
  NewestCompilation,
  Round,
  RoundAct,
  RoundPhase,
} from '../../../domain/round/round.ts';
import { roundDates } from '../../../domain/round/round-dates.ts';
import { roundTransition } from '../../../domain/round/transition.ts';
import { day } from '../../../domain/time/time.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';
import { rulesOf } from '../../../store/read/plans.ts';
import { at, china } from '../../support/time/dates.ts';

const rules = rulesOf(shippedPlan, china);
const round = (phase: RoundPhase, other: Partial<Round> = {}): Round => ({
  id: 'zhongshan-2017-2020/2018H1',
  year: 'zhongshan-2017-2020/2018',
  plan: 'zhongshan-2017-2020',
  period: '2018H1',
  phase,
  calendar: china.version,
  ...roundDates(rules, day('2018-07-15')),
  paused: false,
  planPaused: false,
  rev: 12,
  reportSeq: 40,
  outstanding: 3,
  compileWanted: false,
  contactCheckDoneAt: null,
  callListDoneAt: null,
  mendedAt: null,
  openedAt: at('2018-06-22 09:00'),
  signedOffVersion: null,
  signedOffAt: null,
  ...other,
});

const second: NewestCompilation = {
  version: 2,
  reportSeq: 40,
  draft: true,
  madeAt: at('2018-07-13 09:00'),
};
const carryOut = (
  phase: RoundPhase,
  act: Exclude<RoundAct, { kind: 'open' }>,
  newest: NewestCompilation | null = second,
) =>
  roundTransition(
    { round: round(phase), receivedAt: at('2018-07-13 11:00'), newest, rules: rules.dates },
    act,
  );

const ACTS = {
  cancel: { kind: 'cancel', reason: '方案调整' },
  'move-date': { kind: 'move-date', to: day('2018-07-25'), reason: '台风应急' },
  compile: { kind: 'compile' },
  'sign-off': { kind: 'sign-off', version: 2 },
  reopen: { kind: 'reopen', reason: '市政府退回' },
  pause: { kind: 'pause', reason: '通讯录有误' },
  resume: { kind: 'resume' },
} as const;
const PHASES = ['planned', 'open', 'signed-off', 'cancelled'] as const;

/** The phase after each command, or the code and a part of the sentence of the refusal. */
const TABLE: Readonly<Record<keyof typeof ACTS, readonly string[]>> = {
  cancel: ['cancelled', 'cancelled', 'closed 请先重新开启（reopen）', 'closed 重新启动该年度'],
  'move-date': ['same', 'same', 'closed 请先“重新开启”（reopen）', 'closed 重新启动该年度'],
  compile: ['refused 尚未开启', 'same', 'closed 请先“重新开启”', 'closed 重新启动该年度'],
  'sign-off': ['refused 尚未开启', 'signed-off', 'closed 请先“重新开启”', 'closed 重新启动该年度'],
  reopen: ['refused 没有上报', 'refused 没有上报', 'open', 'closed 重新启动该年度'],
  pause: ['refused 尚未开启', 'same', 'closed 请先“重新开启”', 'closed 重新启动该年度'],
  resume: ['refused 尚未开启', 'same', 'closed 请先“重新开启”', 'closed 重新启动该年度'],
};
const CELLS = (Object.keys(ACTS) as (keyof typeof ACTS)[]).flatMap((kind) =>
  PHASES.map((phase, column) => [kind, phase, TABLE[kind][column] ?? ''] as const),
);

describe('what may be done with a round in each phase', () => {
  test.each(CELLS)('%s when %s: %s', (kind, phase, expected) => {
    const outcome = carryOut(phase, ACTS[kind]);
    const [code, sentence] = expected.split(' ');
    if (sentence !== undefined) {
      expect(outcome).toMatchObject({ ok: false, code });
      expect(outcome.message).toContain(sentence);
      expect(outcome.message).toContain('zhongshan-2017-2020/2018H1');
      return;
    }
    if (!outcome.ok) throw new Error(outcome.message);
    expect(outcome.change.phase ?? 'same').toBe(expected);
  });
});

describe('a sign-off names the version that was seen', () => {
  it('and is recorded with the version and the time', () => {
    expect(carryOut('open', ACTS['sign-off'])).toMatchObject({
      change: { phase: 'signed-off', signedOffVersion: 2, signedOffAt: at('2018-07-13 11:00') },
      effect: 'close-steps',
    });
  });

  it.each([
    ['there is none yet', null, 'refused', '还没有汇总稿；请先汇总（compile）'],
    [
      'another is the newest',
      { ...second, version: 3 },
      'superseded',
      '最新汇总稿是第3版，不是第2版',
    ],
    ['it is stale', { ...second, reportSeq: 39 }, 'superseded', '第2版汇总稿已过时'],
  ] as const)('refused when %s', (_, newest, code, sentence) => {
    const outcome = carryOut('open', ACTS['sign-off'], newest);
    expect(outcome).toMatchObject({ ok: false, code });
    expect(outcome.message).toContain(sentence);
  });
});

describe('the date of a round', () => {
  const move = (to: string, phase: RoundPhase = 'open', reason = '台风应急') =>
    carryOut(phase, { kind: 'move-date', to: day(to), reason });

  it('moves later or earlier, also before the round has opened', () => {
    for (const to of ['2018-07-25', '2018-07-13']) {
      expect(move(to)).toMatchObject({ ok: true, effect: 'move-dates', change: {} });
      expect(move(to, 'planned')).toMatchObject({ ok: true });
    }
    // A Saturday: judged by the Monday after it.
    expect(move('2018-07-21').message).toContain('截止日改为2018年7月23日：台风应急');
  });

  it.each([
    ['2018-07-12', 'invalid', '不能把截止日改到已过去的日子：2018年7月12日'],
    ['2018-07-15', 'refused', '截止日本来就是2018年7月15日'],
  ])('not to %s', (to, code, sentence) => {
    expect(move(to)).toMatchObject({ ok: false, code });
    expect(move(to).message).toContain(sentence);
  });

  it('not without a reason', () => {
    expect(move('2018-07-25', 'open', ' ')).toMatchObject({ code: 'invalid' });
  });
});

describe('the rest', () => {
  it('a cancellation ends the steps; reopening adopts supplements', () => {
    expect(carryOut('open', ACTS.cancel)).toMatchObject({ effect: 'close-steps' });
    expect(carryOut('signed-off', ACTS.reopen)).toMatchObject({
      change: { phase: 'open', signedOffVersion: null, signedOffAt: null },
      effect: 'adopt-supplements',
    });
  });

  it('both need a reason', () => {
    expect(carryOut('open', { kind: 'cancel', reason: '' })).toMatchObject({ code: 'invalid' });
    expect(carryOut('signed-off', { kind: 'reopen', reason: '' })).toMatchObject({
      code: 'invalid',
    });
  });

  it('compile sets a request; pause and resume set a switch', () => {
    expect(carryOut('open', ACTS.compile)).toMatchObject({ change: { compileWanted: true } });
    expect(carryOut('open', ACTS.pause)).toMatchObject({ change: { paused: true } });
    expect(carryOut('open', ACTS.resume)).toMatchObject({ change: { paused: false } });
  });
});
