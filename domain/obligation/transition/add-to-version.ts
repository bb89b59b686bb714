/** add-scan and endorse: additions to a version; its arrival stays as it is. */

import { type Refusal, refuse } from '../../problem.ts';
import type { ObligationAct } from '../act.ts';
import { type Change, closedBySignOff, recorded, type Situation } from './change.ts';

type VersionAct = Extract<ObligationAct, { kind: 'add-scan' | 'endorse' }>;

export function addToVersion(now: Situation, act: VersionAct): Change | Refusal {
  const { before } = now;
  if (act.kind === 'endorse' && now.phase === 'signed-off') return closedBySignOff(before.round);
  if (before.version === 0 || !mayFollow(now, act.kind)) {
    return refuse('refused', `${before.unitName}没有已报送的材料，请先报送。`);
  }
  if (act.version < 1 || act.version > before.version) {
    return refuse(
      'invalid',
      `没有第${act.version}版；${before.unitName}最新为第${before.version}版。`,
    );
  }
  return act.kind === 'endorse' ? endorse(now, act.version) : addScan(now, act);
}

/** Not for a version that was withdrawn or returned: the next version is signed anew. */
const mayFollow = ({ phase, before }: Situation, kind: VersionAct['kind']): boolean =>
  before.state === 'submitted' ||
  before.state === 'accepted' ||
  (kind === 'add-scan' && phase === 'signed-off');

function addScan(
  { before }: Situation,
  { version, scan }: Extract<VersionAct, { kind: 'add-scan' }>,
): Change {
  return {
    ...recorded(before, `第${version}版的签批扫描件已收到：${scan.name}。报送时间不变。`),
    files: { version, files: [scan] },
  };
}

function endorse({ before, endorsed }: Situation, version: number): Change | Refusal {
  if (version < before.version) {
    return refuse(
      'superseded',
      `您看的是第${version}版，已有第${before.version}版；请看过新版再阅示。`,
    );
  }
  if (endorsed) return recorded(before, `您此前已阅示第${version}版。`);
  return { ...recorded(before, `已阅示第${version}版。`), endorsed: version };
}
