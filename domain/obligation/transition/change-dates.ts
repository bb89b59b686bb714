/** extend and withdraw-extension (docs/rules.md, rule 12). The original dates are kept. */

import { type Refusal, refuse } from '../../problem.ts';
import { fullDate } from '../../time/dates-in-words.ts';
import type { Due } from '../../time/due.ts';
import type { ObligationAct } from '../act.ts';
import {
  answered,
  type Change,
  changed,
  closedBySignOff,
  recorded,
  type Situation,
} from './change.ts';

type DateAct = Extract<ObligationAct, { kind: 'extend' | 'withdraw-extension' }>;

export function changeDates(now: Situation, act: DateAct): Change | Refusal {
  const { before } = now;
  if (now.phase === 'signed-off') return closedBySignOff(before.round);
  if (before.state === 'accepted' || before.state === 'waived') {
    const word = before.state === 'accepted' ? '已审核通过' : '已免报';
    return refuse('refused', `${before.unitName}${word}，期限不再改动。`);
  }
  if (before.state === 'submitted') {
    return recorded(before, `${before.unitName}已报送，期限无须改动。`);
  }
  return act.kind === 'extend' ? extend(now, act) : restore(now, act.reason);
}

function extend(now: Situation, act: Extract<DateAct, { kind: 'extend' }>): Change | Refusal {
  const { before } = now;
  if (act.reason.trim() === '') return refuse('invalid', '延期须写明理由。');
  const due = now.rules.dueOn(act.until);
  if (due.at <= now.receivedAt) {
    return refuse(
      'invalid',
      `不能延期到已过去的日子：${fullDate(act.until)}；请给出今天或以后的日期。`,
    );
  }
  if (due.at <= before.due.at) {
    return refuse(
      'invalid',
      `延期后的日期${fullDate(act.until)}须晚于现在的期限${fullDate(before.due.effective)}。`,
    );
  }
  const after = moved(now, due, before.dueBeforeExtension ?? before.due);
  const granted = now.request === null ? '' : '（同意其申请）';
  return {
    ...dated(
      now,
      after,
      `${before.unitName}延期至${fullDate(due.effective)}${granted}：${act.reason}`,
    ),
    ...answered(now, act.reason, 'granted'),
  };
}

function restore(now: Situation, reason: string): Change | Refusal {
  const { before, rules } = now;
  if (before.dueBeforeExtension === null) {
    return refuse('refused', `${before.unitName}没有延期，无可撤销。`);
  }
  const earliest = rules.dueOn(rules.nextWorkday(rules.dayOf(now.receivedAt)));
  const due = before.dueBeforeExtension.at < earliest.at ? earliest : before.dueBeforeExtension;
  if (due.at >= before.due.at) {
    return refuse(
      'refused',
      `${before.unitName}的期限${fullDate(before.due.effective)}已到或将到，撤销延期不能早于下一工作日${fullDate(earliest.effective)}，无须撤销。`,
    );
  }
  const after = moved(now, due, null);
  const why = reason === '' ? '' : `（${reason}）`;
  return dated(
    now,
    after,
    `${before.unitName}的延期已撤销${why}，期限为${fullDate(due.effective)}。`,
  );
}

const moved = (now: Situation, due: Due, replaced: Due | null) =>
  changed(now.before, {
    due,
    dueBeforeExtension: replaced,
    cycle: now.before.cycle + 1,
    // A returned report keeps its short ladder (one reminder, an officer's task) when it gets more time.
    cycleKind: now.before.cycleKind === 'returned' ? 'returned' : 'extended',
    cycleFrom: now.receivedAt,
    promisedOn: null,
  });

const dated = (now: Situation, after: Change['after'], message: string): Change => ({
  ok: true,
  after,
  message,
  steps: now.before.own ? [] : [{ key: `extended-${after.cycle}`, kind: 'extended' }],
  reportChanged: true,
});
