/** The marks on a unit's row: one for every message, and a word for what people did, in order of time. */

import { CHANNEL, DELIVERY, KIND } from '../../domain/field-words.ts';
import { type Instant, instant, type Zone } from '../../domain/time/time.ts';
import type { MessageRow } from '../result.ts';
import type { Axis } from './axis.ts';
import { spread } from './axis.ts';
import type { Act } from './read.ts';
import type { Row } from './rows.ts';
import { ACT, shortIso, shortTime, wordOf } from './words.ts';

export type Family = 'remind' | 'chase' | 'reply';
export type Fate = 'sent' | 'held' | 'waiting' | 'skipped' | 'cancelled' | 'failed';

type Body = { readonly title: string } & (
  | {
      readonly is: 'message';
      readonly channel: string;
      readonly family: Family;
      readonly fate: Fate;
    }
  | { readonly is: 'act'; readonly kind: Act['kind'] }
);
/** `x` is the middle of the mark. */
export type Mark = Body & { readonly x: number };

/** Px between the centres of two marks of the same instant. */
const MARK = 8;
const CHARACTER = 10;
/** The band shows arrivals, and the letter's own mark shows its release. */
const UNMARKED: readonly Act['kind'][] = ['submit', 'release', 'dismiss', 'note', 'remind'];

/** The marks on the axis, and the messages planned for later. */
export function marksOf(
  row: Row,
  axis: Axis,
  zone: Zone,
): { readonly marks: readonly Mark[]; readonly later: readonly MessageRow[] } {
  const later = row.messages.filter((message) => momentOf(message) >= axis.endsAt);
  const acts = (row.unit?.acts ?? []).filter((act) => !UNMARKED.includes(act.kind));
  const wished = [
    ...row.messages.filter((each) => !later.includes(each)).map((each) => messageMark(each)),
    ...acts.map((act) => actMark(act, zone)),
  ]
    .toSorted((a, b) => a.at - b.at)
    .map((each) => ({ ...each, x: axis.x(each.at) }));
  const lefts = spread(wished, axis.width);
  const marks = wished.map(({ mark, width }, index) => ({
    ...mark,
    x: (lefts[index] ?? 0) + width / 2,
  }));
  return { marks, later };
}

/** When a message was sent, or should have been. */
const momentOf = (message: MessageRow): Instant =>
  instant(Date.parse(message.sentAt ?? message.at));

export const familyOf = (kind: string): Family =>
  ['notice', 'reminder', 'due'].includes(kind)
    ? 'remind'
    : ['chase', 'press', 'supervise'].includes(kind)
      ? 'chase'
      : 'reply';

export const fateOf = (state: string): Fate => FATES[state] ?? 'waiting';

const FATES: Readonly<Record<string, Fate>> = {
  sent: 'sent',
  delivered: 'sent',
  performed: 'sent',
  held: 'held',
  skipped: 'skipped',
  cancelled: 'cancelled',
  dismissed: 'cancelled',
  rejected: 'failed',
  unknown: 'failed',
  'given up': 'failed',
};

export const messageTitle = (message: MessageRow): string =>
  [
    [wordOf(KIND, message.kind), wordOf(CHANNEL, message.channel), message.person ?? ''],
    [`计划 ${shortIso(message.at)}`, message.sentAt ? `发出 ${shortIso(message.sentAt)}` : ''],
    [wordOf(DELIVERY, message.state), message.reason ?? ''],
  ]
    .map((line) => line.filter((part) => part !== '').join(' · '))
    .join('\n');

type Wish = { readonly at: Instant; readonly width: number; readonly mark: Body };

const messageMark = (message: MessageRow): Wish => ({
  at: momentOf(message),
  width: MARK,
  mark: {
    is: 'message',
    title: messageTitle(message),
    channel: message.channel,
    family: familyOf(message.kind),
    fate: fateOf(message.state),
  },
});

const actMark = (act: Act, zone: Zone): Wish => ({
  at: act.at,
  width: act.kind === 'confirm' ? MARK : ACT[act.kind].length * CHARACTER + 3,
  mark: { is: 'act', title: actTitle(act, zone), kind: act.kind },
});

const actTitle = (act: Act, zone: Zone): string =>
  [`${ACT[act.kind]} · ${act.actor}`, shortTime(act.at, zone), act.said ?? '']
    .filter((line) => line !== '')
    .join('\n');
