/** Facts about an obligation for the texts of messages: what was sent and said before, and what was decided. */

import type { ObligationAct } from '../../domain/obligation/act.ts';
import type { Obligation } from '../../domain/obligation/obligation.ts';
import type { MessageKind } from '../../domain/plan/message-kinds.ts';
import type { Channel, Slot } from '../../domain/plan/policy.ts';
import type { Round } from '../../domain/round/round.ts';
import { aboutOf } from '../../domain/texts/about.ts';
import type { About, Before } from '../../domain/texts/facts.ts';
import type { Day, Instant } from '../../domain/time/time.ts';
import { at, type Db } from '../db/pool.ts';
import { lastRefused } from './extension-requests.ts';
import type { Rules } from './plans.ts';

export async function readAbout(
  db: Db,
  of: {
    readonly rules: Rules;
    readonly round: Round;
    readonly obligation: Obligation;
    readonly kind: MessageKind;
    readonly asOf: Instant;
    /** Planned moment of the message. Messages sent at the same moment do not count as earlier ones. */
    readonly plannedAt: Instant;
    readonly online?: string | undefined;
  },
): Promise<About> {
  const { rules, round, obligation, kind, asOf } = of;
  const past = await readPast(db, obligation.id, round.id, of.plannedAt);
  return aboutOf({
    plan: rules.plan,
    calendar: rules.calendar,
    zone: rules.zone,
    period: round.period,
    dates: round,
    obligation,
    kind,
    asOf,
    before: beforeOf(past),
    ...decisionsOf(past, obligation, kind),
    refusedRequest: kind === 'extension-refused' ? await lastRefused(db, obligation.id) : null,
    online: of.online,
  });
}

type Past = {
  kind: string;
  at: Instant;
  channel: Channel | 'phone';
  slot: Slot;
  seq: number;
  content: (ObligationAct & { to?: Day }) | null;
};

/** Earlier messages, calls, and decisions about the date or the report. */
async function readPast(
  db: Db,
  obligation: string,
  round: string,
  plannedAt: Instant,
): Promise<Past[]> {
  // A call that nobody answered has an empty answer; texts do not mention it.
  const { rows } = await db.query<Past>(
    `select kind, settled_at as at, channel, slot, 0 as seq, null::jsonb as content from delivery
      where obligation = $1 and state in ('sent', 'delivered') and channel in ('email', 'sms', 'letter') and at < $2
     union all
     select kind, received_at, 'phone', 'liaison', seq, content from command
      where (obligation = $1 or (subject = $3 and kind = 'move-date')) and (outcome->>'ok')::boolean
        and (kind in ('return', 'extend', 'withdraw-extension', 'move-date')
             or (kind = 'call' and content->>'answer' <> ''))
      order by at, seq`,
    [obligation, at(plannedAt), round],
  );
  return rows;
}

const isDecision = (row: Past): boolean => row.content !== null && row.kind !== 'call';

const beforeOf = (past: readonly Past[]): Before[] =>
  past
    .filter((row) => !isDecision(row))
    .map(({ kind, at: when, channel, slot }) => ({
      kind: kind as MessageKind | 'call',
      at: when,
      channel,
      slot,
      delivered: true,
    }));

type Decisions = Pick<About, 'returned' | 'extended'>;

/** The newest return, and the newest change of the date with the date it replaced. */
function decisionsOf(past: readonly Past[], o: Obligation, kind: MessageKind): Decisions {
  const newestFirst = past.filter(isDecision).toSorted((a, b) => b.seq - a.seq);
  // A return is mentioned only while it is open, and in the message that announces it.
  const isOpen = o.state === 'returned' || kind === 'returned';
  const returned = isOpen ? newestFirst.find((row) => row.kind === 'return')?.content : null;
  const moved = newestFirst.find((row) => row.kind !== 'return')?.content;
  return {
    returned:
      returned?.kind === 'return' ? { reason: returned.reason, until: returned.until } : null,
    extended:
      moved && 'reason' in moved
        ? {
            reason: moved.reason,
            until: o.due.nominal,
            previous: (o.dueBeforeExtension ?? o.originalDue).nominal,
          }
        : null,
  };
}
