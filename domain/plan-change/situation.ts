/** Input and result of planTransition. */

import type { Account } from '../people/address-owners.ts';
import type { ContactCheck } from '../people/contact-check.ts';
import type { Leave } from '../people/leave.ts';
import type { Contact, Plan } from '../plan/plan.ts';
import type { Day } from '../time/time.ts';

export type NumberedContact = Contact & {
  readonly ordinal: number;
  /** Changes with any change of the contact. */
  readonly mark: string;
};

export type PlanSituation = {
  readonly plan: Plan;
  readonly contacts: readonly NumberedContact[];
  /** Including past ones. */
  readonly leaves: readonly Leave[];
  readonly today: Day;
  /** Of the round and unit that the command names. */
  readonly check: ContactCheck | null;
  /** Those in force. */
  readonly accounts: readonly Account[];
  /** The person whom `end-sessions` names is signed in, by this or another address. */
  readonly signedIn: boolean;
  /** All sending of the plan is paused. */
  readonly sendingPaused: boolean;
  /** The feed that `revoke-feed` names exists. */
  readonly feedFound: boolean;
  /** The address that `clear-bounce` names has a bounce mark. */
  readonly bounced: boolean;
};

export type PlanOutcome = { readonly ok: true; readonly message: string };
