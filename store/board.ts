/** Read only: what shows a round to the bureau, on the page and in the command line. One snapshot, few statements. */

import { type Counts, count, type Obligation } from '../domain/obligation/obligation.ts';
import type { Reached } from '../domain/people/leave.ts';
import { reachedOn } from '../domain/people/recipient.ts';
import { isStale, type Round } from '../domain/round/round.ts';
import type { Instant } from '../domain/time/time.ts';
import {
  type LastContact,
  lastContacts,
  type StepAt,
  signedOf,
  stepsAround,
} from './board-parts.ts';
import { inTransaction, type Pool } from './db/transaction.ts';
import { readUnreachable } from './reachability.ts';
import { type Compiled, newestCompilation } from './read/compilations.ts';
import { readLiaisons } from './read/contacts.ts';
import { type ExtensionRequest, openRequests } from './read/extension-requests.ts';
import { readObligations } from './read/obligations.ts';
import { readRound } from './read/rounds.ts';
import { readRules } from './rules.ts';
import { openTasks, type Task } from './write/tasks.ts';

export type BoardRow = {
  readonly obligation: Obligation;
  /** The newest step carried out, and the next one planned, of the six kinds. */
  readonly lastStep: StepAt | null;
  readonly nextStep: StepAt | null;
  /** Who is reached today: a stand-in while the liaison is on leave. */
  readonly liaison: Reached | null;
  /** Still owes, and neither liaison nor deputy has an address that works. */
  readonly unreachable: boolean;
  /** The newest message to the unit, of whatever kind, and whether it got through. */
  readonly lastContact: LastContact | null;
  /** The unit's wish for a later date that nobody has answered. */
  readonly request: ExtensionRequest | null;
  /** Reported, and no signed page has come with the newest version. */
  readonly awaitingScan: boolean;
  /** A leader of the unit has endorsed the newest version. */
  readonly endorsed: boolean;
};

export type Board = {
  readonly round: Round;
  readonly asOf: Instant;
  readonly counts: Counts;
  readonly compilation: (Compiled & { readonly stale: boolean }) | null;
  /** In the order of the plan: departments, then towns. Empty while the round is not open yet. */
  readonly rows: readonly BoardRow[];
  /** What an officer has to do, oldest first. */
  readonly tasks: readonly Task[];
};

/** Throws `not_found` for a round that was never planned. */
export const readBoard = (pool: Pool, round: string, asOf: Instant): Promise<Board> =>
  inTransaction(
    pool,
    async (tx) => {
      const found = await readRound(tx, round);
      const obligations = await readObligations(tx, round);
      const steps = await stepsAround(tx, round);
      const roster = await readLiaisons(tx, found.plan);
      const today = (await readRules(tx, found.plan)).zone.dayOf(asOf);
      const unreachable = await readUnreachable(tx, found, today);
      const last = await lastContacts(tx, round);
      const requests = await openRequests(tx, round);
      const signed = await signedOf(tx, round);
      const newest = await newestCompilation(tx, round);
      return {
        round: found,
        asOf,
        counts: count(obligations, asOf),
        compilation: newest && { ...newest, stale: isStale(found, newest) },
        rows: obligations.map((obligation) => ({
          obligation,
          lastStep: steps.last.get(obligation.id) ?? null,
          nextStep: steps.next.get(obligation.id) ?? null,
          liaison: reachedOn(roster, obligation.unit, 'liaison', today),
          unreachable: unreachable.has(obligation.unit),
          lastContact: last.get(obligation.id) ?? null,
          request: requests.get(obligation.id) ?? null,
          awaitingScan: isReported(obligation) && !signed.scanned.has(obligation.id),
          endorsed: signed.endorsed.has(obligation.id),
        })),
        tasks: await openTasks(tx, found.plan, found.period),
      };
    },
    'repeatable read',
  );

const isReported = ({ state, own }: Obligation): boolean =>
  !own && (state === 'submitted' || state === 'accepted');
