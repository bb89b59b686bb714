/**
 * One unit: the timeline of an obligation, what its page shows beside it, the subject of an act, and the unit's own
 * rounds.
 */

import type { Actor } from '../../domain/command.ts';
import type { DeliveryState } from '../../domain/delivery/delivery.ts';
import type { HeldText } from '../../domain/delivery/message-text.ts';
import type { Step } from '../../domain/ladder/step.ts';
import { type Obligation, obligationId } from '../../domain/obligation/obligation.ts';
import type { MessageKind } from '../../domain/plan/message-kinds.ts';
import type { Contact } from '../../domain/plan/plan.ts';
import type { Channel, Slot } from '../../domain/plan/policy.ts';
import type { ProblemCode } from '../../domain/problem.ts';
import type { Round } from '../../domain/round/round.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Db, Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { readUnitContacts } from './contacts.ts';
import { type Delivery, findDelivery } from './deliveries.ts';
import { type ExtensionRequest, readRequests } from './extension-requests.ts';
import { findObligation, readObligation } from './obligations.ts';
import { readRound, roundsOfPlan } from './rounds.ts';
import { readSteps } from './steps.ts';
import {
  type Attachment,
  type Endorsement,
  readAttachments,
  readEndorsements,
  readSubmissions,
  type Submission,
} from './submissions.ts';

export type TimelineDelivery = {
  readonly key: string;
  readonly cycle: number;
  readonly step: string;
  readonly kind: MessageKind;
  readonly slot: Slot;
  readonly channel: Channel;
  readonly state: DeliveryState;
  readonly at: Instant;
  /** When it was handed over or given up; null while it waits. */
  readonly settledAt: Instant | null;
  readonly person: string | null;
  /** Unmasked: mask a mobile before showing it. */
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
  /** The command's content; a report is left out. */
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
            coalesce(m.person, d.person) as person, m.address, coalesce(m.subject, d.content->>'title', d.content->>'subject') as subject,
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

export type Behind = {
  readonly delivery: string;
  /** The message's name in the address of its page; null before there is a message. */
  readonly reference: string | null;
  /** What was prepared for release. */
  readonly document: HeldText | null;
};

/** By delivery key. */
export async function readBehind(db: Db, obligation: string): Promise<Map<string, Behind>> {
  const { rows } = await db.query<Behind>(
    `select key as delivery, encode(sha256(convert_to(message, 'UTF8')), 'hex') as reference,
            content as document
       from delivery where obligation = $1`,
    [obligation],
  );
  return new Map(rows.map((row) => [row.delivery, row]));
}

/** What the page shows beside the report. */
export type Beside = {
  readonly requests: readonly ExtensionRequest[];
  readonly endorsements: readonly Endorsement[];
  readonly files: readonly Attachment[];
};

export const readBeside = async (db: Db, obligation: string): Promise<Beside> => ({
  requests: await readRequests(db, obligation),
  endorsements: await readEndorsements(db, obligation),
  files: await readAttachments(db, obligation),
});

/** What a page shows before somebody acts on one obligation. */
export type ActSubject = {
  readonly round: Round;
  readonly obligation: Obligation;
  readonly newest: { readonly version: number; readonly receivedAt: Instant } | null;
  readonly request: ExtensionRequest | null;
  readonly contacts: readonly Contact[];
  /** The delivery that the act names, if it belongs to this obligation. */
  readonly delivery: Delivery | null;
};

/** Throws `not_found` when the unit owes nothing in that round. */
export const readActSubject = (
  pool: Pool,
  obligation: string,
  delivery: string,
): Promise<ActSubject> =>
  inTransaction(
    pool,
    async (tx) => {
      const found = await readObligation(tx, obligation);
      const named = delivery === '' ? null : await findDelivery(tx, delivery);
      return {
        round: await readRound(tx, found.round),
        obligation: found,
        newest: await newestVersion(tx, obligation),
        request: (await readRequests(tx, obligation)).find(isOpen) ?? null,
        contacts: (await readUnitContacts(tx, obligation)).contacts,
        delivery: named?.obligation === obligation ? named : null,
      };
    },
    'repeatable read',
  );

const isOpen = ({ answer }: ExtensionRequest): boolean => answer === null;

async function newestVersion(db: Db, obligation: string): Promise<ActSubject['newest']> {
  const { rows } = await db.query<{ version: number; receivedAt: Instant }>(
    `select version, received_at as "receivedAt" from submission
      where obligation = $1 and withdrawn_at is null order by version desc limit 1`,
    [obligation],
  );
  return rows[0] ?? null;
}

/** One row for each round that has opened. */
export type MineRow = {
  readonly round: Round;
  readonly obligation: Obligation;
  readonly hasDraft: boolean;
  /** The newest request for a later date, answered or not. */
  readonly request: ExtensionRequest | null;
  /** A leader has endorsed the newest version. */
  readonly isEndorsed: boolean;
  /** The newest return, with its reason. */
  readonly returned: Returned | null;
};

export type Returned = { readonly reason: string; readonly at: Instant };

/** Newest round first. One query for each round: a plan has only a few. */
export async function readMine(db: Db, plan: string, unit: string): Promise<MineRow[]> {
  const rows: MineRow[] = [];
  for (const round of (await roundsOfPlan(db, plan)).toReversed()) {
    if (round.phase !== 'open' && round.phase !== 'signed-off') continue;
    const obligation = await findObligation(db, obligationId(round.id, unit));
    if (!obligation) continue;
    rows.push({
      round,
      obligation,
      hasDraft: await hasDraft(db, obligation.id),
      request: (await readRequests(db, obligation.id)).at(-1) ?? null,
      isEndorsed: (await readEndorsements(db, obligation.id)).some(
        ({ version }) => version === obligation.version,
      ),
      returned: await lastReturn(db, obligation.id),
    });
  }
  return rows;
}

async function hasDraft(db: Db, obligation: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `select 1 from draft where obligation = $1 and content is not null`,
    [obligation],
  );
  return rowCount === 1;
}

export async function lastReturn(db: Db, obligation: string): Promise<Returned | null> {
  const { rows } = await db.query<Returned>(
    `select content->>'reason' as reason, received_at as at from command
      where obligation = $1 and kind = 'return' and (outcome->>'ok')::boolean order by seq desc limit 1`,
    [obligation],
  );
  return rows[0] ?? null;
}
