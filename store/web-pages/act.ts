/** What somebody should see before doing something about one obligation. */
import type { Obligation } from '../../domain/obligation/obligation.ts';
import type { Contact } from '../../domain/plan/plan.ts';
import type { Round } from '../../domain/round/round.ts';
import type { Instant } from '../../domain/time/time.ts';
import { type Db, inTransaction, type Pool } from '../db/transaction.ts';
import { type ExtensionRequest, readRequests } from '../read/extension-requests.ts';
import { readObligation } from '../read/obligations.ts';
import { readRound } from '../read/rounds.ts';
import { type Delivery, findDelivery } from '../write/deliveries.ts';
import { readUnitContacts } from './unit.ts';

export type ActSubject = {
  readonly round: Round;
  readonly obligation: Obligation;
  readonly newest: { readonly version: number; readonly receivedAt: Instant } | null;
  readonly request: ExtensionRequest | null;
  readonly contacts: readonly Contact[];
  /** The one that the act names, when it is of this obligation. */
  readonly delivery: Delivery | null;
};

/** Throws `not_found` when the unit owes nothing in that round. */
export const readActSubject = (
  pool: Pool,
  obligation: string,
  delivery: string,
): Promise<ActSubject> =>
  inTransaction(
    pool,
    async (tx) => {
      const found = await readObligation(tx, obligation);
      const named = delivery === '' ? null : await findDelivery(tx, delivery);
      return {
        round: await readRound(tx, found.round),
        obligation: found,
        newest: await newestVersion(tx, obligation),
        request: (await readRequests(tx, obligation)).find(isOpen) ?? null,
        contacts: (await readUnitContacts(tx, obligation)).contacts,
        delivery: named?.obligation === obligation ? named : null,
      };
    },
    'repeatable read',
  );

const isOpen = ({ answer }: ExtensionRequest): boolean => answer === null;

async function newestVersion(db: Db, obligation: string): Promise<ActSubject['newest']> {
  const { rows } = await db.query<{ version: number; receivedAt: Instant }>(
    `select version, received_at as "receivedAt" from submission
      where obligation = $1 and withdrawn_at is null order by version desc limit 1`,
    [obligation],
  );
  return rows[0] ?? null;
}
