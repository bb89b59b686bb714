/** What a unit hands in. Its limits: limits.ts. */
import type { Obligation } from './obligation.ts';

export const STATUSES = [
  '已完成',
  '按序时推进',
  '滞后',
  '未启动',
  '持续推进',
  '不涉及',
  '无新进展',
] as const;
export type ItemStatus = (typeof STATUSES)[number];

/** One number of an item, e.g. 涉农贷款余额 12.3 亿元. */
export type Figure = {
  readonly name: string;
  /** Decimal, as typed: `12.30` stays `12.30`. */
  readonly value: string;
  /** 亿元, 户, % … */
  readonly unit: string;
};

export type ItemReport = {
  readonly no: number;
  readonly status: ItemStatus;
  readonly progress: string;
  readonly problems: string;
  readonly nextSteps: string;
  /** Absent when there are none. */
  readonly figures?: readonly Figure[];
};

export type Report = {
  /** A nil report 零报告: nothing to report, with the reason in `remark`. */
  readonly nil: boolean;
  readonly items: readonly ItemReport[];
  /** A town's text on the plan as a whole; the reason of a nil report. */
  readonly remark: string;
  readonly preparedBy: string;
  readonly phone: string;
  readonly reviewedBy: string;
  readonly signedBy: string;
  /** No state secrets, no work secrets, no personal data. */
  readonly declaration: boolean;
};

/** 回执号, e.g. `2018H1-guzhen-1`. */
export const receiptNumber = (o: Pick<Obligation, 'id'>, version: number): string =>
  `${o.id.split('/').slice(1).join('-')}-${version}`;
