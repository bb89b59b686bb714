/** Before a round opens: creates the question to each unit's liaison, once, or records why nobody is asked. */
import { tooLateToAsk } from '../../domain/people/contact-check.ts';
import { owed } from '../../domain/plan/owed.ts';
import type { Round } from '../../domain/round/round.ts';
import { parsePeriod } from '../../domain/time/period.ts';
import { toPlan } from '../../domain/time/plan-time.ts';
import { fitAfter, windowEnd } from '../../domain/time/send-window.ts';
import type { Instant } from '../../domain/time/time.ts';
import { lockRound } from '../../store/db/locks.ts';
import type { Db } from '../../store/db/pool.ts';
import { inTransaction } from '../../store/db/transaction.ts';
import type { Delivery } from '../../store/read/deliveries.ts';
import { type Rules, readRules } from '../../store/read/plans.ts';
import { readRound } from '../../store/read/rounds.ts';
import { addChecks } from '../../store/write/contact-checks.ts';
import { insertDeliveries } from '../../store/write/deliveries.ts';
import { markContactCheck } from '../../store/write/rounds.ts';
import type { Deps } from '../deps.ts';

export const createAskContacts = ({ pool, offset }: Pick<Deps, 'pool' | 'offset'>) => ({
  async askContacts({ round: id, asOf }: { round: string; asOf: number }): Promise<void> {
    const now = toPlan(asOf, offset);
    await inTransaction(pool, async (tx) => {
      await lockRound(tx, id, 'alone');
      const round = await readRound(tx, id);
      if (round.phase === 'planned')
        await askContactsOf(tx, await readRules(tx, round.plan), round, now);
    });
  },
});

/** Idempotent. The caller has the round's exclusive lock. */
export async function askContactsOf(
  tx: Db,
  rules: Rules,
  round: Round,
  now: Instant,
): Promise<void> {
  if (round.contactCheckAt === null || round.contactCheckDoneAt !== null) return;
  const { plan, calendar, zone, window } = rules;
  const at = fitAfter(window, now);
  const reason = tooLateToAsk(at, round.opensAt, {
    calendar,
    dayOf: (instant) => zone.dayOf(instant),
  });
  const state = reason === null ? ('asked' as const) : ('skipped' as const);
  const units = owed(plan, parsePeriod(round.period))
    .map(({ unit }) => unit.code)
    .filter((code) => code !== plan.bureau.unit);
  await addChecks(
    tx,
    round.id,
    units.map((unit) => ({ unit, state, reason })),
    at,
  );
  if (reason === null) {
    const notAfter = windowEnd(window, at);
    await insertDeliveries(
      tx,
      units.map((unit) => question(round.id, unit, at, notAfter)),
    );
  }
  await markContactCheck(tx, round.id, now);
}

const question = (round: string, unit: string, at: Instant, notAfter: Instant): Delivery => ({
  key: [round, 0, `contact-check-${unit}`, 'liaison', 'email'].join('#'),
  round,
  obligation: null,
  cycle: 0,
  step: `contact-check-${unit}`,
  kind: 'contact-check',
  slot: 'liaison',
  channel: 'email',
  state: 'planned',
  at,
  notAfter,
  insteadOf: null,
  person: null,
  message: null,
  content: { unit },
  reason: null,
  settledAt: null,
});
