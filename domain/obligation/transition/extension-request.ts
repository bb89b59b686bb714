/** ask-extension and refuse-extension: the unit's request for a later date, which `extend` grants. */

import { type Refusal, refuse } from '../../problem.ts';
import { fullDate } from '../../time/dates-in-words.ts';
import type { ObligationAct } from '../act.ts';
import { LIMITS, lengthOf } from '../limits.ts';
import { isOutstanding } from '../obligation.ts';
import { type Change, changed, closedBySignOff, recorded, type Situation } from './change.ts';

type RequestAct = Extract<ObligationAct, { kind: 'ask-extension' | 'refuse-extension' }>;

export function extensionRequest(now: Situation, act: RequestAct): Change | Refusal {
  if (now.phase === 'signed-off') return closedBySignOff(now.before.round);
  return act.kind === 'ask-extension' ? ask(now, act) : turnDown(now, act.reason);
}

function ask(
  now: Situation,
  { until, reason }: Extract<RequestAct, { kind: 'ask-extension' }>,
): Change | Refusal {
  const { before, rules, request } = now;
  if (!isOutstanding(before.state)) {
    const word = before.state === 'waived' ? '已免报' : '已报送';
    return refuse('refused', `${before.unitName}本期${word}，无须申请延期。`);
  }
  if (reason.trim() === '') return refuse('invalid', '申请延期须写明理由。');
  const length = lengthOf(reason.trim());
  if (length > LIMITS.reason) {
    return refuse('invalid', `理由共${length}字，超过${LIMITS.reason}字，请精简后再申请。`);
  }
  const due = rules.dueOn(until);
  if (due.at <= now.receivedAt) {
    return refuse('invalid', `${fullDate(until)}已过；请申请今天以后的日期。`);
  }
  if (due.at <= before.due.at) {
    return refuse(
      'invalid',
      `申请的日期${fullDate(until)}须晚于现在的期限${fullDate(before.due.effective)}。`,
    );
  }
  const again = request === null ? '' : `，原申请（${fullDate(request.until)}）作废`;
  return {
    ...recorded(
      before,
      `已收到${before.unitName}延期至${fullDate(until)}的申请${again}；批准以前期限不变。`,
    ),
    ...(request === null ? {} : { requestAnswer: { answer: 'superseded', text: '另有新的申请' } }),
    newRequest: { until, reason },
  };
}

function turnDown({ before, request }: Situation, reason: string): Change | Refusal {
  if (request === null) return refuse('refused', `${before.unitName}没有待批的延期申请。`);
  if (reason.trim() === '') return refuse('invalid', '不同意延期须写明理由。');
  const message = `未同意${before.unitName}延期至${fullDate(request.until)}：${reason}。期限仍为${fullDate(before.due.effective)}。`;
  const requestAnswer = { answer: 'refused', text: reason } as const;
  // No message when the unit has reported meanwhile, or to the bureau itself.
  if (before.own || !isOutstanding(before.state)) {
    return { ...recorded(before, message), requestAnswer };
  }
  return {
    ok: true,
    after: changed(before, {}),
    message,
    requestAnswer,
    steps: [{ key: `extension-refused-${request.number}`, kind: 'extension-refused' }],
    reportChanged: false,
  };
}
