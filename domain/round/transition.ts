/** What each command on a whole round does in each phase, as one pure function. */

import { type Refusal, refuse } from '../problem.ts';
import { fullDate } from '../time/dates-in-words.ts';
import type { DateRules } from '../time/due.ts';
import type { Instant } from '../time/time.ts';
import {
  isStale,
  type NewestCompilation,
  type Round,
  type RoundAct,
  type RoundPhase,
} from './round.ts';

export type RoundSituation = {
  readonly round: Round;
  readonly receivedAt: Instant;
  readonly newest: NewestCompilation | null;
  readonly rules: DateRules;
};

export type RoundOutcome = {
  readonly ok: true;
  readonly message: string;
  readonly change: {
    readonly phase?: RoundPhase;
    readonly paused?: boolean;
    readonly compileWanted?: boolean;
    readonly signedOffVersion?: number | null;
    readonly signedOffAt?: Instant | null;
  };
  /** What else has to be done in the same transaction. */
  readonly effect?: 'close-steps' | 'adopt-supplements' | 'move-dates';
};

export function roundTransition(
  now: RoundSituation,
  act: Exclude<RoundAct, { kind: 'open' }>,
): RoundOutcome | Refusal {
  const { round } = now;
  if (round.phase === 'cancelled') {
    return refuse('closed', `${round.id} 已撤销；如需恢复，请重新启动该年度（year start）。`);
  }
  switch (act.kind) {
    case 'cancel':
      return cancel(now, act.reason);
    case 'move-date':
      return moveDate(now, act);
    case 'compile':
      return (
        notOpen(now) ?? done('正在汇总，完成后可在总览中看到新版本。', { compileWanted: true })
      );
    case 'sign-off':
      return signOff(now, act.version);
    case 'reopen':
      return reopen(now, act.reason);
    case 'pause':
      return (
        notOpen(now) ??
        done(`已暂停发送：${act.reason}。恢复后只补发最近一个节点。`, { paused: true })
      );
    case 'resume':
      return notOpen(now) ?? done('已恢复发送。', { paused: false });
  }
}

const done = (message: string, change: RoundOutcome['change']): RoundOutcome => ({
  ok: true,
  message,
  change,
});

/** Null when the round is open. */
function notOpen({ round }: RoundSituation): Refusal | null {
  if (round.phase === 'open') return null;
  if (round.phase === 'planned') return refuse('refused', `${round.id} 尚未开启。`);
  return refuse('closed', `${round.id} 已上报；确需改动，请先“重新开启”（reopen）并说明原因。`);
}

function cancel({ round }: RoundSituation, reason: string): RoundOutcome | Refusal {
  if (round.phase === 'signed-off') {
    return refuse('closed', `${round.id} 已上报，不能撤销；确需改动，请先重新开启（reopen）。`);
  }
  if (reason.trim() === '') return refuse('invalid', '撤销须写明原因。');
  return {
    ok: true,
    message: `${round.id} 已撤销：${reason}`,
    change: { phase: 'cancelled' },
    effect: 'close-steps',
  };
}

function moveDate(
  now: RoundSituation,
  act: Extract<RoundAct, { kind: 'move-date' }>,
): RoundOutcome | Refusal {
  const { round, rules } = now;
  const closed = round.phase === 'signed-off' ? notOpen(now) : null;
  if (closed) return closed;
  if (act.reason.trim() === '') return refuse('invalid', '调整截止日须写明原因。');
  const due = rules.dueOn(act.to);
  if (due.at <= now.receivedAt) {
    return refuse(
      'invalid',
      `不能把截止日改到已过去的日子：${fullDate(act.to)}；请给出今天或以后的日期。`,
    );
  }
  if (act.to === round.due.nominal) {
    return refuse('refused', `截止日本来就是${fullDate(act.to)}，无须调整。`);
  }
  return {
    ok: true,
    message: `${round.id} 截止日改为${fullDate(due.effective)}：${act.reason}`,
    change: {},
    effect: 'move-dates',
  };
}

function signOff(now: RoundSituation, version: number): RoundOutcome | Refusal {
  const { newest, round } = now;
  const closed = notOpen(now);
  if (closed) return closed;
  if (newest === null) {
    return refuse('refused', `${round.id} 还没有汇总稿；请先汇总（compile）。`);
  }
  if (version !== newest.version) {
    return refuse(
      'superseded',
      `最新汇总稿是第${newest.version}版，不是第${version}版；请核对后再上报。`,
    );
  }
  if (isStale(round, newest)) {
    return refuse(
      'superseded',
      `第${version}版汇总稿已过时（其后又有变动）；新版马上生成，请核对新版后再上报。`,
    );
  }
  return {
    ok: true,
    message: `${round.id} 第${version}版汇总报告已上报，本批次结束。`,
    change: { phase: 'signed-off', signedOffVersion: version, signedOffAt: now.receivedAt },
    effect: 'close-steps',
  };
}

function reopen({ round }: RoundSituation, reason: string): RoundOutcome | Refusal {
  if (round.phase !== 'signed-off') {
    return refuse('refused', `${round.id} 没有上报，无须重新开启。`);
  }
  if (reason.trim() === '')
    return refuse('invalid', '重新开启须写明原因（例如市政府退回的意见）。');
  return {
    ok: true,
    message: `${round.id} 已重新开启：${reason}`,
    change: { phase: 'open', signedOffVersion: null, signedOffAt: null },
    effect: 'adopt-supplements',
  };
}
