/** Commands on a whole plan: accounts, contacts, sending, imports. Recorded in the plan's own trail. */

import type { Account } from '../people/address-owners.ts';
import type { Proposal } from '../people/contact-check.ts';
import type { ContactDetails, Role } from '../plan/plan.ts';
import type { Day } from '../time/time.ts';

/** A contact by its place: the first, second, … of a unit in a role; `ordinal` from 1. */
export type ContactPlace = {
  readonly unit: string;
  readonly role: Role;
  readonly ordinal: number;
};

/** How many things an import changed. */
export type ImportCounts = Readonly<
  Record<'settings' | 'items' | 'units' | 'contacts' | 'days', number>
>;

export type PlanAct =
  | ({ readonly kind: 'add-account' } & Omit<Account, 'id'>)
  | { readonly kind: 'end-account'; readonly account: string; readonly reason: string }
  /** `seen`: the mark of the contact that the page had shown; null where there was none. */
  | {
      readonly kind: 'set-contact';
      readonly place: ContactPlace;
      readonly seen: string | null;
      readonly contact: ContactDetails;
    }
  | {
      readonly kind: 'remove-contact';
      readonly place: ContactPlace;
      readonly seen: string;
      readonly reason: string;
    }
  /** Both days included. Without a substitute the unit's deputy stands in. `seen` as in `set-contact`. */
  | {
      readonly kind: 'set-leave';
      readonly place: ContactPlace;
      readonly seen: string;
      readonly from: Day;
      readonly until: Day;
      readonly substitute: ContactDetails | null;
    }
  /** The person is back earlier, or the leave was a mistake. */
  | { readonly kind: 'end-leave'; readonly leave: string }
  /** The unit's answer before a round: its contacts are still right. */
  | { readonly kind: 'confirm-contacts'; readonly round: string; readonly unit: string }
  /** The answer names others. They replace the contacts at once (entered by the bureau), or when an officer accepts them. */
  | ({
      readonly kind: 'name-contacts';
      readonly round: string;
      readonly unit: string;
      readonly atOnce: boolean;
    } & Proposal)
  | { readonly kind: 'accept-contacts'; readonly round: string; readonly unit: string }
  | {
      readonly kind: 'refuse-contacts';
      readonly round: string;
      readonly unit: string;
      readonly reason: string;
    }
  /** An officer reads a sign-in code to a caller. */
  | { readonly kind: 'read-out-code'; readonly address: string; readonly checked: string }
  | { readonly kind: 'end-sessions'; readonly address: string }
  /** The ranking of units in the history; off until the chief turns it on. */
  | { readonly kind: 'turn-ranking'; readonly on: boolean }
  /** Pauses all sending of the plan, except sign-in codes. */
  | { readonly kind: 'pause-sending'; readonly reason: string }
  | { readonly kind: 'resume-sending' }
  /** A calendar subscription; the command holds the hash of its secret only. */
  | {
      readonly kind: 'make-feed';
      readonly feed: string;
      readonly tokenHash: string;
      readonly unit: string | null;
    }
  | { readonly kind: 'revoke-feed'; readonly feed: string }
  /** The address that a mail bounced from is good after all. */
  | { readonly kind: 'clear-bounce'; readonly address: string }
  /** Written by the import itself. */
  | {
      readonly kind: 'import';
      readonly version: number;
      /** Null for the first import. */
      readonly versionBefore: number | null;
      /** Of the plan without its contacts. */
      readonly hash: string;
      readonly counts: ImportCounts;
      readonly planChanged: boolean;
      readonly contactsChanged: boolean;
      readonly calendarAdded: boolean;
    };
