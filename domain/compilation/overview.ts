/** The paragraphs of 一、总体情况, written from the counts. */
import type { Counts } from '../obligation/obligation.ts';
import { type ItemStatus, STATUSES } from '../obligation/submission.ts';
import type { Progress } from './progress.ts';

export type OverviewFacts = {
  readonly period: string;
  readonly asOf: string;
  readonly basis: string;
  readonly counts: Counts;
  readonly towns: number;
  readonly nil: number;
  /** Units whose granted extension is still running. */
  readonly extended: readonly string[];
  readonly progress: Progress;
  readonly categories: number;
};

/** 按照方案第53项…应报44个… */
export function arrivalSentences(facts: OverviewFacts): string {
  const { counts, towns, nil, extended } = facts;
  const parts = [
    `${facts.basis}${facts.period}应报送单位${counts.owed}个，其中部门和单位${counts.owed - towns}个、镇区${towns}个。`,
    `截至${facts.asOf}，已报${counts.reported}个${inBrackets([
      some('迟报', counts.late),
      some('零报告', nil),
    ])}，免报${counts.waived}个，未报${counts.missing}个${inBrackets([
      some('退回补正', counts.returned),
      extended.length === 0
        ? ''
        : `已同意延期、期限未到${extended.length}个：${extended.join('、')}`,
    ])}。`,
    '各单位报送情况见附件2',
    counts.missing === 0 ? '。' : '，未报送单位见附件3。',
  ];
  return parts.join('');
}

/** 本期在执行的工作事项54项，分属21类… */
export function progressSentences({ progress, categories }: OverviewFacts): string {
  const led = progress.items - progress.ledByTowns.length;
  const statuses = [
    ...statusParts(progress.byStatus, '项'),
    some('尚无单位报送', progress.unreported, '项'),
  ];
  return [
    `本期在执行的工作事项${progress.items}项，分属${categories}类，逐项情况见附件1。`,
    `其中由部门和单位牵头的${led}项：${joined(statuses)}（多个单位牵头的事项按进展最慢的计）。`,
    ...progress.ledByTowns.map(
      (item) =>
        `各镇区牵头的第${item.no}项：${joined([
          ...statusParts(item.byStatus, '个镇区'),
          some('未报送', item.unreported, '个镇区'),
        ])}。`,
    ),
  ].join('');
}

function statusParts(byStatus: Readonly<Record<ItemStatus, number>>, measure: string): string[] {
  return STATUSES.map((status) => some(status, byStatus[status], measure));
}

const some = (name: string, number: number, measure = '个'): string =>
  number === 0 ? '' : `${name}${number}${measure}`;

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('、');

function inBrackets(parts: readonly string[]): string {
  const text = parts.filter((part) => part !== '').join('，');
  return text === '' ? '' : `（其中${text}）`;
}
