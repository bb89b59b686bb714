/** What a unit's page shows beside its timeline: whom to reach, and the documents and messages behind deliveries. */

import { partsOf } from '../../domain/obligation/obligation.ts';
import type { Leave } from '../../domain/people/leave.ts';
import type { NumberedContact } from '../../domain/plan-change/situation.ts';
import type { DocumentText } from '../../domain/texts/facts.ts';
import type { Db } from '../db/transaction.ts';
import { type Endorsement, readEndorsements } from '../endorsements.ts';
import { readLeaves } from '../read/contacts.ts';
import { type ExtensionRequest, readRequests } from '../read/extension-requests.ts';
import { type Attachment, readAttachments } from '../visit/attachments.ts';
import { readNumberedContacts } from '../write/contacts.ts';

export type Behind = {
  readonly delivery: string;
  /** The name of the message in the address of its page; null before one was written. */
  readonly reference: string | null;
  /** A letter or slip as it was prepared. */
  readonly document: DocumentText | null;
};

export type UnitContacts = {
  readonly contacts: readonly NumberedContact[];
  readonly leaves: readonly Leave[];
};

export async function readUnitContacts(db: Db, obligation: string): Promise<UnitContacts> {
  const { plan, unit } = partsOf(obligation);
  const isOwn = (one: { readonly unit: string }) => one.unit === unit;
  return {
    contacts: (await readNumberedContacts(db, plan)).filter(isOwn),
    leaves: (await readLeaves(db, plan)).filter(isOwn),
  };
}

/** By the key of the delivery. */
export async function readBehind(db: Db, obligation: string): Promise<Map<string, Behind>> {
  const { rows } = await db.query<Behind>(
    `select key as delivery, encode(sha256(convert_to(message, 'UTF8')), 'hex') as reference,
            case when channel in ('letter', 'slip') then content end as document
       from delivery where obligation = $1`,
    [obligation],
  );
  return new Map(rows.map((row) => [row.delivery, row]));
}

/** What stands beside the report itself. */
export type Beside = {
  readonly requests: readonly ExtensionRequest[];
  readonly endorsements: readonly Endorsement[];
  readonly files: readonly Attachment[];
};

export const readBeside = async (db: Db, obligation: string): Promise<Beside> => ({
  requests: await readRequests(db, obligation),
  endorsements: await readEndorsements(db, obligation),
  files: await readAttachments(db, obligation),
});
