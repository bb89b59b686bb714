/** What a command on a round does to its obligations. The caller holds the round alone. */
import { extendedFor } from '../../domain/ladder/called-steps.ts';
import { isOutstanding, type Obligation } from '../../domain/obligation/obligation.ts';
import { arrived } from '../../domain/obligation/transition/hand-in.ts';
import type { Round } from '../../domain/round/round.ts';
import { roundDates } from '../../domain/round-dates.ts';
import type { Day, Instant } from '../../domain/time/time.ts';
import type { Db } from '../db/transaction.ts';
import { deputiesWithDate } from '../deputies-with-date.ts';
import { readObligations, saveObligation } from '../read/obligations.ts';
import { countRound, saveRoundDates } from '../read/rounds.ts';
import { writeSteps } from '../read/steps.ts';
import { adoptSupplements, newestSubmissions } from '../read/submissions.ts';
import { readRules } from '../rules.ts';
import { addToOutbox } from '../write/outbox.ts';

/** A new date for all: compile date and draft follow by the same rule; nobody's own extension is shortened (rule 12). */
export async function moveDates(tx: Db, round: Round, to: Day, movedAt: Instant): Promise<void> {
  const rules = await readRules(tx, round.plan);
  const dates = roundDates(rules, to);
  // A round that is open stays opened when it was.
  await saveRoundDates(
    tx,
    round.id,
    round.phase === 'open' ? { ...dates, opensAt: round.opensAt } : dates,
    rules.calendar.version,
  );
  const all = await readObligations(tx, round.id);
  const withDate = await deputiesWithDate(
    tx,
    all.map(({ id }) => id),
  );
  for (const o of all) {
    const moved = movedTo(o, dates.due, movedAt);
    if (moved === null) continue;
    await saveObligation(tx, moved);
    if (moved.own || moved.cycle === o.cycle || !isOutstanding(o.state)) continue;
    await writeSteps(tx, [extendedStep(moved, withDate.has(o.id), movedAt)], movedAt);
  }
}

/** Null when it keeps its dates: accepted, or counting to the date of a return. */
function movedTo(o: Obligation, due: Obligation['due'], movedAt: Instant): Obligation | null {
  if (o.state === 'accepted' || o.cycleKind === 'returned') return null;
  // An extension beyond the new date stands; withdrawn, it gives way to that date.
  if (o.dueBeforeExtension !== null && o.due.at >= due.at) {
    return { ...o, dueBeforeExtension: due, rev: o.rev + 1 };
  }
  // What is submitted or waived moves too: taken back later, it must not be overdue by the old date.
  return {
    ...o,
    due,
    dueBeforeExtension: null,
    rev: o.rev + 1,
    cycle: o.cycle + 1,
    cycleKind: 'extended',
    cycleFrom: movedAt,
    promisedOn: null,
  };
}

const extendedStep = (o: Obligation, deputyHasDate: boolean, movedAt: Instant) => ({
  obligation: o.id,
  cycle: o.cycle,
  key: `extended-${o.cycle}`,
  kind: 'extended' as const,
  state: 'planned' as const,
  at: movedAt,
  notAfter: movedAt,
  firstAt: movedAt,
  addressing: extendedFor(deputyHasDate),
  reason: null,
});

/**
 * A round opened again takes in what came after its sign-off: the newest version counts as handed in.
 * @returns by how much the outstanding reports change
 */
export async function adoptSupplementsOf(tx: Db, round: string): Promise<number> {
  const adopted = await adoptSupplements(tx, round);
  const newest = new Map((await newestSubmissions(tx, round)).map((s) => [s.obligation, s]));
  let change = 0;
  for (const o of await readObligations(tx, round)) {
    const submission = newest.get(o.id);
    if (!submission || !adopted.includes(o.id)) continue;
    await saveObligation(tx, arrived(o, submission.version, submission.receivedAt));
    if (isOutstanding(o.state)) change -= 1;
  }
  return change;
}

/** Each obligation looks again: its round is over, open again, paused or moved. */
export async function tellObligationsOf(tx: Db, round: string): Promise<void> {
  const { rows } = await tx.query<{ id: string; rev: number }>(
    `update obligation set rev = rev + 1 where round = $1 returning id, rev`,
    [round],
  );
  for (const row of rows) await addToOutbox(tx, 'changed', row.id, row.rev);
}

/** The round and each of its obligations look again. */
export async function tellRound(tx: Db, round: string): Promise<void> {
  const { rev } = await countRound(tx, round, { outstanding: 0, reportChanged: false });
  await addToOutbox(tx, 'changed', round, rev);
  await tellObligationsOf(tx, round);
}
