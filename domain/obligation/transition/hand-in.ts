/** submit, record (代录) and withdraw: a report arrives or is taken back. */

import { type Refusal, refuse } from '../../problem.ts';
import type { Instant } from '../../time/time.ts';
import type { ObligationAct } from '../act.ts';
import { isOutstanding, type Obligation } from '../obligation.ts';
import { answered, type Change, changed, closedBySignOff, type Situation } from './change.ts';

type HandInAct = Extract<ObligationAct, { kind: 'submit' | 'record' | 'withdraw' }>;
type Arrival = Exclude<HandInAct, { kind: 'withdraw' }>;

export function handIn(now: Situation, act: HandInAct): Change | Refusal {
  if (act.kind === 'withdraw') return withdraw(now, act.reason);
  const came = act.kind === 'record' ? act.actuallyReceivedAt : now.receivedAt;
  if (came > now.receivedAt) {
    return refuse('invalid', '实际收到时间晚于现在；请填写真实的收到时间（不晚于录入时刻）。');
  }
  if (now.phase === 'signed-off') return supplement(now, act, came);
  if (now.before.state === 'accepted') {
    return refuse(
      'refused',
      `${now.before.unitName}的材料已审核通过；如需修改，请市金融局先退回。`,
    );
  }
  return arrive(now, act, came);
}

function arrive(now: Situation, act: Arrival, came: Instant): Change {
  const { before } = now;
  const version = before.version + 1;
  return {
    ok: true,
    after: arrived(before, version, came),
    message: `${before.unitName}第${version}版材料已收到。`,
    submission: submissionOf(act, came, version, false),
    ...filesOf(act, version),
    ...answered(now, '已报送'),
    steps: before.own ? [] : [{ key: `receipt-${version}`, kind: 'receipt' }],
    reportChanged: true,
  };
}

/** The obligation with that version handed in: at its arrival, or when `reopen` adopts a supplement. */
export function arrived(before: Obligation, version: number, came: Instant): Obligation {
  const first =
    before.firstReceivedAt === null
      ? { firstReceivedAt: came, firstVersion: version, firstDueAt: before.due.at }
      : earlier(before, came, version);
  // Also after a first resubmission was withdrawn: the unit still owes it.
  const answersReturn = before.cycleKind === 'returned' && isOutstanding(before.state);
  return changed(before, {
    ...first,
    state: 'submitted',
    receivedAt: came,
    version,
    waivedReason: null,
    returnLate: before.returnLate || (answersReturn && came > before.due.at),
  });
}

/** A recorded report (代录) may have arrived before the one that counted as first. */
function earlier(before: Obligation, came: Instant, version: number): Partial<Obligation> {
  const wasFirst = before.firstReceivedAt;
  if (wasFirst === null || came >= wasFirst) return {};
  return { firstReceivedAt: came, firstVersion: version, firstDueAt: before.firstDueAt };
}

function supplement(now: Situation, act: Arrival, came: Instant): Change {
  const { before } = now;
  const version = before.version + 1;
  return {
    ok: true,
    after: changed(before, { version }),
    message: `${before.round} 已上报；${before.unitName}的材料作为补报保存（第${version}版），不计入已上报的汇总。`,
    submission: submissionOf(act, came, version, true),
    ...filesOf(act, version),
    // Nothing is sent for a round that is over; the page shows the receipt.
    steps: [],
    reportChanged: false,
  };
}

const filesOf = ({ attachments = [] }: Arrival, version: number): Pick<Change, 'files'> =>
  attachments.length === 0 ? {} : { files: { version, files: attachments } };

function submissionOf(act: Arrival, receivedAt: Instant, version: number, supplement: boolean) {
  return {
    version,
    receivedAt,
    report: act.report,
    way: act.kind === 'record' ? act.way : ('online' as const),
    evidence: act.kind === 'record' ? act.evidence : '',
    supplement,
  };
}

function withdraw(now: Situation, reason: string): Change | Refusal {
  const { before } = now;
  if (now.phase === 'signed-off') return closedBySignOff(before.round);
  if (before.state === 'accepted') {
    return refuse('refused', '材料已审核通过，不能撤回；如需修改，请市金融局退回。');
  }
  if (isOutstanding(before.state) || before.state === 'waived') {
    return refuse('refused', `${before.unitName}没有待审的材料，无可撤回。`);
  }
  // A withdrawn first arrival does not count, whatever versions replaced it; after a return it does (docs/rules.md, rule 3).
  const undone = before.cycleKind !== 'returned';
  const first = undone ? { firstReceivedAt: null, firstVersion: null, firstDueAt: null } : {};
  return {
    ok: true,
    after: changed(before, { ...first, state: 'open', receivedAt: null }),
    message: `${before.unitName}撤回了第${before.version}版材料${reason === '' ? '' : `（${reason}）`}，请在截止前重新报送。`,
    withdrawnVersion: before.version,
    steps: [],
    reportChanged: true,
  };
}
