/** Writes `extension_request`. */

import type {
  RequestAnswer,
  ExtensionRequest as Wanted,
} from '../../domain/obligation/transition/change.ts';
import type { Instant } from '../../domain/time/time.ts';
import { at, type Db } from '../db/pool.ts';

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

/** Answers the open request; does nothing when there is none. */
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

/** Closes the requests of a round that is over. Their tasks are closed with its steps. */
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
