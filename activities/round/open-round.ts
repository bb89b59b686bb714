/** Opens a round: creates its obligations in one transaction. For an open round it only returns their ids. */
import { log } from '@temporalio/activity';
import { replan } from '../../domain/ladder/look.ts';
import type { Step } from '../../domain/ladder/step.ts';
import { type Obligation, partsOf } from '../../domain/obligation/obligation.ts';
import { newObligations } from '../../domain/round/new-obligations.ts';
import { isOver, type Round } from '../../domain/round/round.ts';
import { toPlan } from '../../domain/time/plan-time.ts';
import type { Instant } from '../../domain/time/time.ts';
import { lockRound } from '../../store/db/locks.ts';
import type { Db, Pool } from '../../store/db/pool.ts';
import { inTransaction } from '../../store/db/transaction.ts';
import { readObligations } from '../../store/read/obligations.ts';
import { type Rules, readRules } from '../../store/read/plans.ts';
import { dueToOpen, readRound } from '../../store/read/rounds.ts';
import { appendEntry } from '../../store/write/chain.ts';
import { insertObligations } from '../../store/write/obligations.ts';
import { addToOutbox } from '../../store/write/outbox.ts';
import { countRound, saveRound } from '../../store/write/rounds.ts';
import { takeOverPause } from '../../store/write/sending-pause.ts';
import { writeSteps } from '../../store/write/steps.ts';
import type { Deps } from '../deps.ts';
import { askContactsOf } from './ask-contacts.ts';

/** Workflows are started in slices, so that a retry does not start over from the first. */
const SLICE = 50;

export type Opened = { readonly slices: readonly (readonly string[])[] };

export const createOpenRound = ({ pool, offset }: Pick<Deps, 'pool' | 'offset'>) => ({
  async openRound({ round: id, asOf }: { round: string; asOf: number }): Promise<Opened> {
    const now = toPlan(asOf, offset);
    await openOthers(pool, id, now);
    const ids = await inTransaction(pool, async (tx) => {
      const round = await openOnce(tx, id, now);
      return isOver(round) ? [] : (await readObligations(tx, id)).map((o) => o.id);
    });
    const slices = Array.from({ length: Math.ceil(ids.length / SLICE) }, (_, i) =>
      ids.slice(i * SLICE, (i + 1) * SLICE),
    );
    return { slices };
  },
});

/**
 * Opens rounds of other plans that are due at the same time, so that the first notice of a liaison of both covers both.
 * A failure here is only logged: the outbox row starts the other round's own workflow, which opens it again.
 */
async function openOthers(pool: Pool, id: string, now: Instant): Promise<void> {
  for (const other of await dueToOpen(pool, partsOf(id).plan, now)) {
    await inTransaction(pool, async (tx) => {
      const { phase, opensAt, rev } = await lockedRound(tx, other);
      // Its date may have been moved since it was read.
      if (phase !== 'planned' || opensAt > now) return;
      await openOnce(tx, other, now);
      await addToOutbox(tx, 'start-round', other, rev);
    }).catch((error: unknown) => log.warn('another round was not opened', { round: other, error }));
  }
}

async function lockedRound(tx: Db, id: string): Promise<Round> {
  await lockRound(tx, id, 'alone');
  return readRound(tx, id);
}

/** @returns the round as it was before */
async function openOnce(tx: Db, id: string, now: Instant): Promise<Round> {
  const round = await lockedRound(tx, id);
  if (round.phase === 'planned') await open(tx, round, now);
  return round;
}

async function open(tx: Db, round: Round, now: Instant): Promise<void> {
  const rules = await readRules(tx, round.plan);
  // For a round that opens late this records why no liaison was asked.
  await askContactsOf(tx, rules, round, now);
  const obligations = newObligations(rules.plan, round);
  await insertObligations(tx, obligations);
  await writeSteps(tx, firstSteps(obligations, rules, now), now);
  await saveRound(tx, round.id, { phase: 'open', openedAt: now });
  await takeOverPause(tx, round.id);
  await countRound(tx, round.id, { outstanding: obligations.length, reportChanged: true });
  const command = {
    id: `open#${round.id}`,
    actor: { kind: 'system' as const, name: '系统' },
    receivedAt: now,
    round: round.id,
    act: { kind: 'open' as const },
  };
  const message = `${round.id} 已开启，应报${obligations.length}个单位。`;
  await appendEntry(tx, {
    command,
    subject: round.id,
    obligation: null,
    outcome: { ok: true, command: command.id, kind: 'open', receivedAt: now, message },
  });
}

/** All in one transaction: the first claim must already see the steps of units that share its liaison. */
const firstSteps = (obligations: readonly Obligation[], rules: Rules, asOf: Instant): Step[] => {
  const { calendar, zone, plan } = rules;
  const now = { phase: 'open' as const, steps: [], policy: plan.policy, calendar, zone, asOf };
  return obligations.flatMap((obligation) => replan({ ...now, obligation }).changed);
};
