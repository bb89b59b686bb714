/** What concerns a whole plan: who may use the pages, whom to reach, what was imported. Kept in the plan's own trail. */

import type { Account } from '../people/address-owners.ts';
import type { Proposal } from '../people/contact-check.ts';
import type { ContactDetails, Role } from '../plan/plan.ts';
import type { Day } from '../time/time.ts';

/** A contact by its place: the first, second … of a unit in a role. */
export type ContactPlace = {
  readonly unit: string;
  readonly role: Role;
  readonly ordinal: number;
};

/** What an import changed, counted. */
export type ImportCounts = Readonly<
  Record<'settings' | 'items' | 'units' | 'contacts' | 'days', number>
>;

export type PlanAct =
  | ({ readonly kind: 'add-account' } & Omit<Account, 'id'>)
  | { readonly kind: 'end-account'; readonly account: string; readonly reason: string }
  /** `seen` is the mark of the contact that was there when it was decided; null where there was none. */
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
  /** Back earlier, or the leave was a mistake. */
  | { readonly kind: 'end-leave'; readonly leave: string }
  /** Asked before a round whether they are still the ones (contact-check.ts): they are. */
  | { readonly kind: 'confirm-contacts'; readonly round: string; readonly unit: string }
  /** Others are: at once when the bureau enters it, otherwise once an officer accepts it. */
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
  /** An officer reads a sign-in code out to somebody on the telephone. */
  | { readonly kind: 'read-out-code'; readonly address: string; readonly checked: string }
  | { readonly kind: 'end-sessions'; readonly address: string }
  /** Ranking of units in the history: off until the chief turns it on. */
  | { readonly kind: 'turn-ranking'; readonly on: boolean }
  /** Halts everything that would leave the house for this plan; what people sign in with still goes out. */
  | { readonly kind: 'pause-sending'; readonly reason: string }
  | { readonly kind: 'resume-sending' }
  /** A calendar address; the command holds the hash of its secret, never the secret. */
  | {
      readonly kind: 'make-feed';
      readonly feed: string;
      readonly tokenHash: string;
      readonly unit: string | null;
    }
  | { readonly kind: 'revoke-feed'; readonly feed: string }
  /** Somebody has looked into a bounce: the address is good after all. */
  | { readonly kind: 'clear-bounce'; readonly address: string }
  /** Written by an import itself, together with what it changed. */
  | {
      readonly kind: 'import';
      readonly version: number;
      /** Null for the first. */
      readonly versionBefore: number | null;
      /** Of the plan without its contacts. */
      readonly hash: string;
      readonly counts: ImportCounts;
      readonly planChanged: boolean;
      readonly contactsChanged: boolean;
      readonly calendarAdded: boolean;
    };
