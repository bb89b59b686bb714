/** Brings the outbox to Temporal: on NOTIFY, and by a sweep that finds rows whose notification was lost. */
import type { Deps } from '../activities/deps.ts';
import type { Db } from '../store/db/pool.ts';
import {
  leaseOutbox,
  markSent,
  OUTBOX_CHANNEL,
  returnLease,
  type Waiting,
} from '../store/write/outbox.ts';
import { type Sweep, startSweep } from './sweep.ts';

const SWEEP_MS = 5_000;

export type Messenger = {
  readonly start: Deps['start'];
  readonly tellChanged: (workflowId: string, rev: number) => Promise<unknown>;
};

/**
 * One turn: lease and commit, then send, then mark. Signals of one workflow are folded into one with the highest
 * revision, so workflows can be told side by side in any order. @returns how many rows were handled
 */
export async function relayOnce(db: Db, temporal: Messenger): Promise<number> {
  const waiting = await leaseOutbox(db);
  const groups = byWorkflow(waiting);
  const told = await Promise.allSettled(groups.map((group) => send(temporal, group)));
  const idsOf = (status: 'fulfilled' | 'rejected') =>
    groups.filter((_, index) => told[index]?.status === status).flatMap(ids);
  const sent = idsOf('fulfilled');
  if (sent.length > 0) await markSent(db, sent);
  const failed = told.find((outcome) => outcome.status === 'rejected');
  if (failed) {
    await returnLease(db, idsOf('rejected')).catch(() => {});
    throw failed.reason;
  }
  return waiting.length;
}

const ids = (group: readonly Waiting[]): number[] => group.map((row) => row.id);

async function send(temporal: Messenger, group: readonly Waiting[]): Promise<void> {
  const first = group[0];
  if (!first) return;
  const { kind, workflowId } = first;
  if (kind === 'start-year') return temporal.start('reportingYear', workflowId);
  if (kind === 'start-round') return temporal.start('reportingRound', workflowId);
  await temporal.tellChanged(workflowId, Math.max(...group.map((row) => row.rev)));
}

function byWorkflow(waiting: readonly Waiting[]): Waiting[][] {
  const groups = new Map<string, Waiting[]>();
  for (const row of waiting) {
    const key = `${row.kind}#${row.workflowId}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

/** Runs until stopped. When Temporal or the database fails, it tries again at the next sweep. */
export const startRelay = (
  settings: { readonly databaseUrl: string; readonly db: Db; readonly temporal: Messenger },
  onTrouble: (error: unknown) => void,
): Sweep =>
  startSweep(
    { databaseUrl: settings.databaseUrl, channel: OUTBOX_CHANNEL, everyMs: SWEEP_MS },
    () => relayOnce(settings.db, settings.temporal),
    onTrouble,
  );
