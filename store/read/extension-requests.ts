/** Statements on `extension_request`: a unit's wishes for a later date, at most one of them unanswered. */

import type {
  RequestAnswer,
  ExtensionRequest as Wanted,
} from '../../domain/obligation/transition/change.ts';
import type { Day, Instant } from '../../domain/time/time.ts';
import { at, type Db } from '../db/transaction.ts';

export type ExtensionRequest = {
  readonly obligation: string;
  readonly number: number;
  readonly until: Day;
  readonly reason: string;
  readonly askedAt: Instant;
  readonly askedBy: string;
  readonly answer: RequestAnswer['answer'] | null;
  readonly answeredAt: Instant | null;
  readonly answerText: string | null;
};

const columns = `obligation, number, until, reason, asked_at as "askedAt", asked_by as "askedBy", answer,
  answered_at as "answeredAt", answer_text as "answerText"`;

/** All of an obligation, oldest first. */
export async function readRequests(db: Db, obligation: string): Promise<ExtensionRequest[]> {
  const { rows } = await db.query<ExtensionRequest>(
    `select ${columns} from extension_request where obligation = $1 order by number`,
    [obligation],
  );
  return rows;
}

/** The newest wish that was turned down, with the bureau's reason. */
export async function lastRefused(
  db: Db,
  obligation: string,
): Promise<{ readonly until: Day; readonly reason: string } | null> {
  const { rows } = await db.query<{ until: Day; reason: string }>(
    `select until, answer_text as reason from extension_request
      where obligation = $1 and answer = 'refused' order by number desc limit 1`,
    [obligation],
  );
  return rows[0] ?? null;
}

/** Of a whole round, by obligation: those that nobody has answered. */
export async function openRequests(db: Db, round: string): Promise<Map<string, ExtensionRequest>> {
  const { rows } = await db.query<ExtensionRequest>(
    `select ${columns} from extension_request
      where answer is null and obligation in (select id from obligation where round = $1)`,
    [round],
  );
  return new Map(rows.map((row) => [row.obligation, row]));
}

export async function addRequest(
  tx: Db,
  obligation: string,
  wanted: Wanted,
  asked: { readonly at: Instant; readonly by: string },
): Promise<number> {
  const { rows } = await tx.query<{ number: number }>(
    `insert into extension_request (obligation, number, until, reason, asked_at, asked_by)
     select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5 from extension_request where obligation = $1
     returning number`,
    [obligation, wanted.until, wanted.reason, at(asked.at), asked.by],
  );
  return rows[0]?.number ?? 1;
}

/** Answers the open one; there is none to answer where nobody has asked. */
export async function answerRequest(
  tx: Db,
  obligation: string,
  { answer, text }: RequestAnswer,
  answeredAt: Instant,
): Promise<void> {
  await tx.query(
    `update extension_request set answer = $2, answer_text = $3, answered_at = $4
      where obligation = $1 and answer is null`,
    [obligation, answer, text, at(answeredAt)],
  );
}

/** A round that is over answers nobody any more; its tasks end with its steps. */
export async function closeRequests(
  tx: Db,
  round: string,
  text: string,
  now: Instant,
): Promise<void> {
  await tx.query(
    `update extension_request set answer = 'superseded', answer_text = $2, answered_at = $3
      where answer is null and obligation in (select id from obligation where round = $1)`,
    [round, text, at(now)],
  );
}
