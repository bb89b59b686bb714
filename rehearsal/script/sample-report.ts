/** A plausible report for a rehearsal. Every text is different, so the compiled document shows where each one went. */

import { LIMITS } from '../../domain/obligation/limits.ts';
import type { Obligation } from '../../domain/obligation/obligation.ts';
import type { Figure, ItemReport, ItemStatus, Report } from '../../domain/obligation/submission.ts';
import type { WorkItem } from '../../domain/plan/plan.ts';

const STATUS: readonly ItemStatus[] = ['按序时推进', '按序时推进', '持续推进', '已完成', '滞后'];

export function sampleReport(
  of: Pick<Obligation, 'unitName' | 'unitKind' | 'items'>,
  items: readonly WorkItem[],
  version: number,
): Report {
  const rows = items.filter((item) => of.items.includes(item.no));
  return {
    nil: false,
    items: rows.map((item) => row(of.unitName, item, version)),
    remark:
      of.unitKind === 'town' ? `${of.unitName}已将实施方案分解到村居和金融网点，按月调度。` : '',
    preparedBy: `${of.unitName}联络员甲`,
    phone: '0760-00000000',
    reviewedBy: `${of.unitName}科室负责人`,
    signedBy: `${of.unitName}分管领导`,
    declaration: true,
  };
}

function row(unitName: string, item: WorkItem, version: number): ItemReport {
  const status = STATUS[(item.no + unitName.length) % STATUS.length] ?? '按序时推进';
  const supplement = version > 1 ? '（已按意见补充期末数据）' : '';
  const behind = status === '滞后';
  const topic = item.content.split(/[，。；]/)[0] ?? item.category;
  return {
    no: item.no,
    status,
    progress:
      `${unitName}围绕“${topic}”，印发工作安排并明确责任人，召开专题会议${(item.no % 4) + 1}次，实地走访${(item.no % 7) + 3}次，本期任务${behind ? '完成过半' : '按计划完成'}${supplement}。`.slice(
        0,
        LIMITS.progress,
      ),
    problems: behind ? `第${item.no}项涉及多部门数据共享，口径尚待统一。` : '',
    nextSteps: behind ? `下期与相关单位核定口径，补齐第${item.no}项进度。` : '',
    ...(item.no % 3 === 1 && { figures: [visits(unitName, item, version)] }),
  };
}

const visits = (unitName: string, { no }: WorkItem, version: number): Figure => ({
  name: '走访企业和农户',
  value: String(no * 12 + unitName.length + version),
  unit: '户',
});
