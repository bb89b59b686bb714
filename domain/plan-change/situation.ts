/** What a transition on a whole plan is judged on and what comes out of it. */

import type { Account } from '../people/address-owners.ts';
import type { ContactCheck } from '../people/contact-check.ts';
import type { Leave } from '../people/leave.ts';
import type { Contact, Plan } from '../plan/plan.ts';
import type { Day } from '../time/time.ts';

export type NumberedContact = Contact & {
  readonly ordinal: number;
  /** Another one as soon as anything in it changes. */
  readonly mark: string;
};

export type PlanSituation = {
  readonly plan: Plan;
  readonly contacts: readonly NumberedContact[];
  /** Also those that are over. */
  readonly leaves: readonly Leave[];
  readonly today: Day;
  /** Of the round and unit that an answer names. */
  readonly check: ContactCheck | null;
  /** Those that have not ended. */
  readonly accounts: readonly Account[];
  /** Somebody is signed in by the address that `end-sessions` names, or by another one of the same person. */
  readonly signedIn: boolean;
  /** All sending of the plan stands still. */
  readonly sendingPaused: boolean;
  /** The calendar feed that `revoke-feed` names is there. */
  readonly feedFound: boolean;
  /** Mail came back from the address that `clear-bounce` names, and nobody has cleared that yet. */
  readonly bounced: boolean;
};

export type PlanOutcome = { readonly ok: true; readonly message: string };
