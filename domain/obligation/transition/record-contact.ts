/** confirm, call, note and remind: contacts between the bureau and a unit. */

import { type Refusal, refuse } from '../../problem.ts';
import { fullDate } from '../../time/dates-in-words.ts';
import type { ObligationAct } from '../act.ts';
import { isOutstanding } from '../obligation.ts';
import { type Change, changed, closedBySignOff, recorded, type Situation } from './change.ts';

type ContactAct = Extract<ObligationAct, { kind: 'confirm' | 'call' | 'note' | 'remind' }>;

export function recordContact(now: Situation, act: ContactAct): Change | Refusal {
  const { before } = now;
  if (act.kind === 'note') {
    if (act.text.trim() === '') return refuse('invalid', '备注不能为空。');
    return recorded(before, `已为${before.unitName}记下备注。`);
  }
  if (now.phase === 'signed-off') return closedBySignOff(before.round);
  switch (act.kind) {
    case 'confirm':
      return confirm(now);
    case 'call':
      return call(now, act);
    case 'remind':
      return remind(now);
  }
}

function confirm({ before, receivedAt }: Situation): Change {
  if (before.confirmedAt !== null) return recorded(before, `${before.unitName}此前已签收。`);
  return {
    ok: true,
    after: changed(before, { confirmedAt: receivedAt }),
    message: `${before.unitName}已签收报送通知。`,
    steps: [],
    reportChanged: false,
  };
}

function call(now: Situation, act: Extract<ContactAct, { kind: 'call' }>): Change | Refusal {
  const { before, rules } = now;
  if (act.who.trim() === '') return refuse('invalid', '请写明与谁通话。');
  const promised = act.promisedOn;
  if (promised === null || !isOutstanding(before.state)) {
    return recorded(before, `已记录与${before.unitName}${act.who}的通话。`);
  }
  if (promised < rules.dayOf(now.receivedAt)) {
    return refuse('invalid', `承诺日期${fullDate(promised)}已过；请填写今天或以后的日期。`);
  }
  return {
    ok: true,
    after: changed(before, { promisedOn: promised }),
    message: `已记录通话：${before.unitName}承诺${fullDate(promised)}前报送，其后再发下一节点。`,
    steps: [],
    reportChanged: false,
  };
}

function remind({ before, receivedAt, remindersByHand }: Situation): Change {
  if (!isOutstanding(before.state))
    return recorded(before, `${before.unitName}已报送或免报，不再提醒。`);
  if (before.own) return recorded(before, '本局自报部分不催报。');
  const kind = receivedAt > before.due.at ? 'chase' : 'reminder';
  return {
    ok: true,
    after: changed(before, {}),
    message: `将在下一个发送时段提醒${before.unitName}。`,
    steps: [{ key: `remind-${remindersByHand + 1}`, kind }],
    reportChanged: false,
  };
}
