/** The lists behind the report: who reported when and how, and who did not. Rules 3, 10 and 13 of the field. */
import type { Way } from '../command.ts';
import {
  isExtended,
  isLate,
  isLateByOriginal,
  isOutstanding,
  type Obligation,
  type ObligationState,
} from '../obligation/obligation.ts';
import { dateAndClock, monthDay, yearOf } from '../time/dates-in-words.ts';
import type { Instant, Zone } from '../time/time.ts';
import { type Entry, shownReport } from './entry.ts';

export type ArrivalRow = {
  readonly unit: string;
  readonly unitName: string;
  /** 已报, 已审核, 零报告 or 免报. */
  readonly state: string;
  /** ISO 8601 with offset; null for a waived report that never came. */
  readonly firstReceivedAt: string | null;
  readonly firstReceived: string;
  readonly way: string;
  readonly onTime: '按期' | '按延期后的期限' | '迟报' | '';
  readonly lateByOriginal: boolean;
  /** Which version is shown; 0 when none. */
  readonly version: number;
  /** The reason of a waiver, a newer version's arrival. */
  readonly note: string;
};

export type MissingRow = {
  readonly unit: string;
  readonly unitName: string;
  readonly items: readonly number[];
  /** 7月15日: the date that is valid now. */
  readonly due: string;
  /** The new date when it is still ahead. */
  readonly extendedTo: string | null;
  /** 逾期未报, 已同意延期至…, 已退回… */
  readonly situation: string;
};

const WAY_NAMES: Readonly<Record<Way, string>> = {
  online: '在线填报',
  oa: '公文交换',
  mail: '电子邮件',
  paper: '纸质材料',
  messenger: '工作通讯软件',
  other: '其他方式',
};

/** Everyone who reported or need not; in the order of the round. */
export const arrivalsOf = (entries: readonly Entry[], zone: Zone): ArrivalRow[] =>
  entries
    .filter((entry) => !isOutstanding(entry.obligation.state))
    .map((entry) => arrivalRow(entry, zone));

/** Everyone who is still to report, returned reports among them. */
export const missingOf = (entries: readonly Entry[], asOf: Instant, zone: Zone): MissingRow[] =>
  entries
    .filter((entry) => isOutstanding(entry.obligation.state))
    .map(({ obligation }) => ({
      unit: obligation.unit,
      unitName: obligation.unitName,
      items: obligation.items,
      due: dueDay(obligation),
      extendedTo: isExtended(obligation) && obligation.due.at > asOf ? dueDay(obligation) : null,
      situation: situationOf(obligation, asOf, zone),
    }));

function arrivalRow(entry: Entry, zone: Zone): ArrivalRow {
  const { obligation, submission } = entry;
  const first = obligation.firstReceivedAt;
  return {
    unit: obligation.unit,
    unitName: obligation.unitName,
    state: shownReport(entry)?.nil === true ? '零报告' : STATE_NAMES[obligation.state],
    firstReceivedAt: first === null ? null : zone.iso(first),
    firstReceived: first === null ? '' : dateAndClock(first, zone),
    way: submission === null ? '' : WAY_NAMES[submission.way],
    onTime: timelinessOf(obligation),
    lateByOriginal: isLateByOriginal(obligation),
    version: submission?.version ?? 0,
    note: noteOf(entry, zone),
  };
}

function timelinessOf(obligation: Obligation): ArrivalRow['onTime'] {
  if (obligation.firstReceivedAt === null) return '';
  if (isLate(obligation)) return '迟报';
  return isLateByOriginal(obligation) ? '按延期后的期限' : '按期';
}

function noteOf({ obligation, submission }: Entry, zone: Zone): string {
  if (obligation.state === 'waived') return obligation.waivedReason ?? '';
  const newer = submission !== null && submission.receivedAt !== obligation.firstReceivedAt;
  return newer ? `第${submission.version}版，${dateAndClock(submission.receivedAt, zone)}收到` : '';
}

function situationOf(obligation: Obligation, asOf: Instant, zone: Zone): string {
  const ahead = obligation.due.at > asOf;
  if (obligation.state === 'returned') {
    const first = obligation.firstReceivedAt;
    const came = first === null ? '' : `${dateAndClock(first, zone)}首次报送，`;
    return `${came}已退回补正，${ahead ? '期限未到' : '逾期未重报'}`;
  }
  if (isExtended(obligation)) return ahead ? '已同意延期，期限未到' : '延期后仍未报送';
  return ahead ? '期限未到' : '逾期未报送';
}

const STATE_NAMES: Readonly<Record<ObligationState, string>> = {
  open: '未报',
  submitted: '已报',
  returned: '退回',
  accepted: '已审核',
  waived: '免报',
};

const dueDay = ({ due, originalDue }: Obligation): string =>
  monthDay(due.nominal, yearOf(originalDue.nominal));
