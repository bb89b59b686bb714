/**
 * Compiles the next version of the report from one snapshot, stores it with its Word file, and writes the mail to the
 * bureau.
 */

import { type Compilation, compile } from '../../domain/compilation/compilation.ts';
import { isOutstanding, type Obligation } from '../../domain/obligation/obligation.ts';
import { type CompileReason, compileReason } from '../../domain/round/compile-decision.ts';
import type { Round } from '../../domain/round/round.ts';
import { senderOf } from '../../domain/texts/about.ts';
import type { DigestTopic } from '../../domain/texts/facts.ts';
import { renderDigest } from '../../domain/texts/messages/digests.ts';
import { parsePeriod } from '../../domain/time/period.ts';
import type { Instant } from '../../domain/time/time.ts';
import { compilationDocx } from '../../gateways/documents/compilation-docx.ts';
import { lockRound } from '../../store/db/locks.ts';
import type { Db } from '../../store/db/pool.ts';
import { inTransaction } from '../../store/db/transaction.ts';
import { newestCompilation } from '../../store/read/compilations.ts';
import { readObligations } from '../../store/read/obligations.ts';
import { type Rules, readRules } from '../../store/read/plans.ts';
import { readRound } from '../../store/read/rounds.ts';
import { newestSubmissions } from '../../store/read/submissions.ts';
import { addCompilation } from '../../store/write/compilations.ts';
import { saveRound } from '../../store/write/rounds.ts';
import type { Deps } from '../deps.ts';
import { addDigest } from './digest.ts';
import { type LookDeps, type RoundLook, roundLook } from './look-at-round.ts';

type Snapshot = {
  readonly round: Round;
  readonly rules: Rules;
  readonly reason: CompileReason;
  readonly version: number;
  readonly obligations: readonly Obligation[];
  readonly data: Compilation;
};

export const createCompileReport = (deps: LookDeps & Pick<Deps, 'now' | 'demonstration'>) => ({
  async compileReport({ round }: { round: string }): Promise<RoundLook> {
    const now = await deps.now();
    const snapshot = await inTransaction(
      deps.pool,
      (tx) => take(tx, deps, round, now),
      'repeatable read',
    );
    if (snapshot !== null) {
      const document = await compilationDocx(snapshot.data);
      await inTransaction(deps.pool, (tx) => keep(tx, deps, snapshot, document, now));
    }
    return roundLook(deps, round, now);
  },
});

/** @returns null when no new version is due */
async function take(
  tx: Db,
  { demonstration }: Pick<Deps, 'demonstration'>,
  id: string,
  now: Instant,
): Promise<Snapshot | null> {
  const round = await readRound(tx, id);
  const newest = await newestCompilation(tx, id);
  const reason = round.phase === 'open' ? compileReason(round, newest, now) : null;
  if (reason === null) return null;
  const rules = await readRules(tx, round.plan);
  const submissions = new Map((await newestSubmissions(tx, id)).map((s) => [s.obligation, s]));
  const obligations = await readObligations(tx, id);
  const version = (newest?.version ?? 0) + 1;
  const data = compile(
    {
      plan: rules.plan,
      period: parsePeriod(round.period),
      entries: obligations.map((obligation) => ({
        obligation,
        submission: submissions.get(obligation.id) ?? null,
      })),
      asOf: now,
      version,
      draft: round.outstanding > 0 && now < round.compileAt,
      demonstration,
    },
    rules.zone,
  );
  return { round, rules, reason, version, obligations, data };
}

/** A change that came while the document was made leaves this version stale; the next look then makes another. */
async function keep(
  tx: Db,
  deps: Pick<Deps, 'demonstration'>,
  made: Snapshot,
  document: Buffer,
  now: Instant,
): Promise<void> {
  const { round, rules, reason, version, data } = made;
  await lockRound(tx, round.id, 'alone');
  const newest = await newestCompilation(tx, round.id);
  if ((newest?.version ?? 0) + 1 !== version) return;
  await addCompilation(tx, round.id, {
    reportSeq: round.reportSeq,
    draft: round.outstanding > 0,
    outstanding: round.outstanding,
    madeAt: now,
    reason,
    data,
    document,
  });
  await saveRound(tx, round.id, { compileWanted: false });
  const text = renderDigest(
    rules.plan,
    {
      sender: senderOf(rules.plan),
      period: round.period,
      nominalDue: round.due.nominal,
      compileOn: round.compileOn,
      asOf: now,
      topic: topicOf(made, rules),
      demonstration: deps.demonstration,
    },
    rules.zone,
  );
  await addDigest(tx, rules, round, `compiled-${version}`, { ...text, compilation: version }, now);
}

const OCCASIONS = {
  初稿: 'draft',
  汇总日: 'compile-date',
  全部报齐: 'complete',
  内容有变: 'stale',
  人工汇总: 'stale',
} as const;

function topicOf(
  { reason, version, data, obligations, round }: Snapshot,
  rules: Rules,
): DigestTopic {
  const missing = obligations.filter((o) => isOutstanding(o.state));
  return {
    kind: 'compiled',
    occasion: OCCASIONS[reason],
    version,
    counts: data.counts,
    missing: missing.map((o) => ({
      unitName: o.unitName,
      extendedUntil: o.due.at > round.due.at ? rules.zone.dayOf(o.due.at) : null,
    })),
    late: data.arrivals.filter((row) => row.onTime === '迟报').map((row) => row.unitName),
    changes: [],
  };
}
