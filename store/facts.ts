/** What the record says about an obligation, for the texts: what was sent and said before, what was decided. */
import { aboutOf } from '../domain/about.ts';
import type { ObligationAct } from '../domain/command.ts';
import type { About, Before } from '../domain/facts.ts';
import type { Obligation } from '../domain/obligation.ts';
import type { Channel, MessageKind, Slot } from '../domain/policy.ts';
import type { Round } from '../domain/round.ts';
import type { Day, Instant } from '../domain/time.ts';
import { at, type Db } from './pool.ts';
import type { Rules } from './rules.ts';

export async function readAbout(
  db: Db,
  of: {
    readonly rules: Rules;
    readonly round: Round;
    readonly obligation: Obligation;
    readonly kind: MessageKind;
    readonly asOf: Instant;
    /** The moment the message was planned for; what goes out at the same moment is not said to have gone before. */
    readonly plannedAt: Instant;
    readonly online?: string | undefined;
  },
): Promise<About> {
  const { rules, round, obligation, kind, asOf } = of;
  return aboutOf({
    plan: rules.plan,
    calendar: rules.calendar,
    zone: rules.zone,
    period: round.period,
    dates: round,
    obligation,
    kind,
    asOf,
    before: await readBefore(db, obligation.id, of.plannedAt),
    ...(await readDecisions(db, obligation, round, kind)),
    online: of.online,
  });
}

async function readBefore(db: Db, obligation: string, plannedAt: Instant): Promise<Before[]> {
  // A call that nobody answered is recorded with an empty answer, and no text claims it.
  const { rows } = await db.query<{
    kind: MessageKind | 'call';
    at: Instant;
    channel: Channel | 'phone';
    slot: Slot;
  }>(
    `select kind, settled_at as at, channel, slot from delivery
      where obligation = $1 and state = 'sent' and channel in ('email', 'sms', 'letter') and at < $2
     union all
     select 'call', received_at, 'phone', 'liaison' from command
      where obligation = $1 and kind = 'call' and (outcome->>'ok')::boolean and content->>'answer' <> ''
     order by at`,
    [obligation, at(plannedAt)],
  );
  return rows.map((row) => ({ ...row, delivered: true }));
}

type Decisions = Pick<About, 'returned' | 'extended'>;

/** The newest return, and the newest change of the date with what it replaced. */
async function readDecisions(
  db: Db,
  o: Obligation,
  round: Round,
  kind: MessageKind,
): Promise<Decisions> {
  const { rows } = await db.query<{ kind: string; content: ObligationAct & { to?: Day } }>(
    `select kind, content from command
      where (obligation = $1 or (subject = $2 and kind = 'move-date')) and (outcome->>'ok')::boolean
        and kind in ('return', 'extend', 'withdraw-extension', 'move-date')
      order by seq desc`,
    [o.id, round.id],
  );
  // A return that has been answered is history: only while it is open, and in the message that tells of it, is it said.
  const isOpen = o.state === 'returned' || kind === 'returned';
  const returned = isOpen ? rows.find((row) => row.kind === 'return')?.content : undefined;
  const moved = rows.find((row) => row.kind !== 'return')?.content;
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
