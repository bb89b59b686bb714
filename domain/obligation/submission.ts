import type { Obligation } from './obligation.ts';

/** What a unit hands in. Limits and problems: rule 6 of docs/rules.md, and what a form of one page holds. */
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

/** One number of an item, e.g. 涉农贷款余额 12.3 亿元. Limits: `LIMITS` and `isFigureValue`. */
export type Figure = {
  readonly name: string;
  /** Decimal, as it was typed: `12.30` stays `12.30`. */
  readonly value: string;
  /** 亿元, 户, % … */
  readonly unit: string;
};

export type ItemReport = {
  readonly no: number;
  readonly status: ItemStatus;
  /** Up to 300 characters. */
  readonly progress: string;
  /** Up to 100 characters, may be empty. */
  readonly problems: string;
  /** Up to 100 characters, may be empty. */
  readonly nextSteps: string;
  /** Left out where there are none, as in every report from before figures came to be. */
  readonly figures?: readonly Figure[];
};

export type Report = {
  /** A nil report 零报告: nothing to report, with the reason in `remark`. */
  readonly nil: boolean;
  readonly items: readonly ItemReport[];
  /** A town's free block: how the plan as a whole is carried out there. Also the reason of a nil report. */
  readonly remark: string;
  readonly preparedBy: string;
  readonly phone: string;
  readonly reviewedBy: string;
  readonly signedBy: string;
  /** The tick: no state secrets, no work secrets, no personal data. */
  readonly declaration: boolean;
};

/** 回执号, e.g. `2018H1-guzhen-1`. */
export const receiptNumber = (o: Pick<Obligation, 'id'>, version: number): string =>
  `${o.id.split('/').slice(1).join('-')}-${version}`;
