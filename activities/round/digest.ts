/**
 * Writes a message to the bureau's officers, or the group text, in the transaction of the fact that it reports. Sent
 * by outgoing/send-out.ts.
 */
import type { MailText } from '../../domain/delivery/message-text.ts';
import type { Round } from '../../domain/round/round.ts';
import { fitAfter, windowEnd } from '../../domain/time/send-window.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Db } from '../../store/db/pool.ts';
import type { Rules } from '../../store/read/plans.ts';
import { insertDeliveries } from '../../store/write/deliveries.ts';

export type DigestContent = MailText & {
  readonly compilation?: number;
  /** Place of the officer in the roster; default 0, the first. */
  readonly officer?: number;
};

/** Valid on one day only: not sent on another. */
export const isOfOneDay = (step: string): boolean => /^(morning|group)-/.test(step);

/**
 * @param step what it tells of, unique within the round, e.g. `call-list`, `compiled-2` or `morning-2018-07-17`
 * @param channel `robot` speaks to the work group, which reads no subject
 */
export async function addDigest(
  tx: Db,
  rules: Rules,
  round: Round,
  step: string,
  content: DigestContent,
  now: Instant,
  channel: 'email' | 'robot' = 'email',
): Promise<void> {
  const at = fitAfter(rules.window, now);
  await insertDeliveries(tx, [
    {
      key: [round.id, 0, step, 'officer', channel].join('#'),
      round: round.id,
      obligation: null,
      cycle: 0,
      step,
      kind: 'digest',
      slot: 'officer',
      channel,
      state: 'planned',
      at,
      notAfter: windowEnd(rules.window, at),
      insteadOf: null,
      person: null,
      message: null,
      content,
      reason: null,
      settledAt: null,
    },
  ]);
}
