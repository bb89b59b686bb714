/** Requests of a unit for a later date; at most one of them is unanswered. */

import type { RequestAnswer } from '../../domain/obligation/transition/change.ts';
import type { Day, Instant } from '../../domain/time/time.ts';
import type { Db } from '../db/pool.ts';

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

/** Of one obligation, oldest first. */
export async function readRequests(db: Db, obligation: string): Promise<ExtensionRequest[]> {
  const { rows } = await db.query<ExtensionRequest>(
    `select ${columns} from extension_request where obligation = $1 order by number`,
    [obligation],
  );
  return rows;
}

/** The newest request that was refused, with the bureau's reason. */
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

/** Unanswered requests of a round, by obligation. */
export async function openRequests(db: Db, round: string): Promise<Map<string, ExtensionRequest>> {
  const { rows } = await db.query<ExtensionRequest>(
    `select ${columns} from extension_request
      where answer is null and obligation in (select id from obligation where round = $1)`,
    [round],
  );
  return new Map(rows.map((row) => [row.obligation, row]));
}
