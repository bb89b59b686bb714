/** Read only: everything that was planned, sent, done and handed in for one obligation. The proof of duty. */
import type { Actor } from '../../domain/command.ts';
import type { DeliveryState } from '../../domain/delivery/delivery.ts';
import type { Step } from '../../domain/ladder/step.ts';
import type { Obligation } from '../../domain/obligation/obligation.ts';
import type { Channel, MessageKind, Slot } from '../../domain/plan/policy.ts';
import type { ProblemCode } from '../../domain/problem.ts';
import type { Round } from '../../domain/round/round.ts';
import type { Instant } from '../../domain/time/time.ts';
import { type Db, inTransaction, type Pool } from '../db/transaction.ts';
import { readObligation } from './obligations.ts';
import { readRound } from './rounds.ts';
import { readSteps } from './steps.ts';
import { readSubmissions, type Submission } from './submissions.ts';

export type TimelineDelivery = {
  readonly key: string;
  readonly cycle: number;
  readonly step: string;
  readonly kind: MessageKind;
  readonly slot: Slot;
  readonly channel: Channel;
  readonly state: DeliveryState;
  readonly at: Instant;
  /** When it was handed over, or given up; null while it waits. */
  readonly settledAt: Instant | null;
  readonly person: string | null;
  /** In full: mask a mobile before it is shown. */
  readonly address: string | null;
  readonly subject: string | null;
  readonly text: string | null;
  readonly parts: number | null;
  readonly attempts: number | null;
  readonly reason: string | null;
  readonly insteadOf: string | null;
};

export type TimelineCommand = {
  readonly id: string;
  readonly kind: string;
  readonly at: Instant;
  readonly actor: Actor;
  /** What was asked for; of a report only that there was one. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly ok: boolean;
  readonly code: ProblemCode | null;
  readonly message: string;
};

export type Timeline = {
  readonly round: Round;
  readonly obligation: Obligation;
  readonly steps: readonly Step[];
  readonly deliveries: readonly TimelineDelivery[];
  readonly commands: readonly TimelineCommand[];
  readonly submissions: readonly Submission[];
};

/** Throws `not_found` when the unit owes nothing in that round, or the round is not open yet. */
export const readTimeline = (pool: Pool, obligation: string): Promise<Timeline> =>
  inTransaction(
    pool,
    async (tx) => {
      const found = await readObligation(tx, obligation);
      return {
        round: await readRound(tx, found.round),
        obligation: found,
        steps: await readSteps(tx, obligation),
        deliveries: await readDeliveries(tx, obligation),
        commands: await readCommands(tx, obligation),
        submissions: await readSubmissions(tx, obligation),
      };
    },
    'repeatable read',
  );

async function readDeliveries(db: Db, obligation: string): Promise<TimelineDelivery[]> {
  const { rows } = await db.query<TimelineDelivery>(
    `select d.key, d.cycle, d.step, d.kind, d.slot, d.channel, d.state, d.at, d.settled_at as "settledAt",
            coalesce(m.person, d.person) as person, m.address, coalesce(m.subject, d.content->>'title') as subject,
            m.text, m.parts, m.attempts, coalesce(d.reason, m.reason) as reason, d.instead_of as "insteadOf"
       from delivery d left join message m on m.key = d.message
      where d.obligation = $1 order by d.cycle, d.at, d.key`,
    [obligation],
  );
  return rows;
}

async function readCommands(db: Db, obligation: string): Promise<TimelineCommand[]> {
  const { rows } = await db.query<TimelineCommand>(
    `select id, kind, received_at as at, actor, content - 'report' as content, (outcome->>'ok')::boolean as ok,
            outcome->>'code' as code, outcome->>'message' as message
       from command where obligation = $1 order by seq`,
    [obligation],
  );
  return rows;
}
