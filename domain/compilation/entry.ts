/** One obligation with its submission: the input of a compilation. */
import type { Way } from '../obligation/act.ts';
import { isOutstanding, type Obligation, type ObligationState } from '../obligation/obligation.ts';
import type { ItemReport, Report } from '../obligation/submission.ts';
import type { Instant } from '../time/time.ts';

type HandedIn = {
  readonly version: number;
  readonly receivedAt: Instant;
  readonly way: Way;
  readonly report: Report;
};

export type Entry = {
  readonly obligation: Obligation;
  /** The newest version that was not withdrawn; null when there is none. */
  readonly submission: HandedIn | null;
};

/**
 * The report that is shown. A returned one is shown too, marked as such. In the state `open` there is none, even with older
 * versions: the unit has withdrawn its report.
 */
export const shownReport = ({ obligation, submission }: Entry): Report | null =>
  obligation.state === 'open' ? null : (submission?.report ?? null);

export const shownRow = (entry: Entry, no: number): ItemReport | undefined =>
  shownReport(entry)?.items.find((row) => row.no === no);

export const isTown = ({ obligation }: Entry): boolean => obligation.unitKind === 'town';

/** The unit owes the item, or wrote on it before it moved to another unit. Not for optional items. */
export const writesOn = (entry: Entry, no: number): boolean => {
  const { items, optionalItems } = entry.obligation;
  return items.includes(no) || (!optionalItems.includes(no) && shownRow(entry, no) !== undefined);
};

/** The note behind a unit's name; empty for an ordinary report. */
export function noteOn(entry: Entry): string {
  const notes = [
    shownReport(entry)?.nil === true ? '零报告' : '',
    STATE_NOTES[entry.obligation.state],
  ];
  return notes.filter((note) => note !== '').join('，');
}

const STATE_NOTES: Readonly<Record<ObligationState, string>> = {
  open: '',
  submitted: '',
  accepted: '',
  returned: '已退回补正，以下为退回前的内容',
  waived: '已免报，以下为此前报送的内容',
};

/** Why an expected text is missing. */
export function absence({ obligation }: Entry): string {
  if (obligation.state === 'waived') return `免报：${obligation.waivedReason ?? ''}`;
  return isOutstanding(obligation.state) ? '未报送' : '本项未填报';
}
