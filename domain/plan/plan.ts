/** A plan as its folder states it, checked. `gateways/plan-folder/read-folder.ts` reads it, the store keeps it. */

import type { OnNonWorkday } from '../time/due.ts';
import type { Day, TimeOfDay } from '../time/time.ts';
import type { Policy, UnitClass } from './policy.ts';
import type { Language, Texts } from './text-names.ts';

/** One numbered line of the plan table, cells joined over line wraps, unit names as written there. */
export type WorkItem = {
  readonly no: number;
  readonly categoryNo: number;
  readonly category: string;
  readonly content: string;
  readonly leads: readonly string[];
  readonly supports: readonly string[];
  readonly schedule: string;
};

export type UnitKind = 'department' | 'town' | 'other';

export type Unit = {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly class: UnitClass;
  /** Other names under which the table, letters or people know the unit. */
  readonly aliases: readonly string[];
  /** Whom a letter addresses, where that differs from the name (石岐区 → 石岐区办事处). */
  readonly addressee: string;
  /** The first and last day of its life, both included; null is open. */
  readonly from: Day | null;
  readonly until: Day | null;
  /** Code of the unit that answers from the day after `until`. */
  readonly successor: string | null;
  /** 科室: the section of the bureau that looks after this unit; null is nobody in particular. */
  readonly desk: string | null;
};

export type Role = 'liaison' | 'deputy' | 'leader' | 'head' | 'officer' | 'chief';

export type Contact = {
  readonly unit: string;
  readonly role: Role;
  readonly name: string;
  readonly email: string | null;
  readonly mobile: string | null;
  /** Landline, shown to the officer who calls. */
  readonly phone: string | null;
};

/** A person as they are entered by hand, whatever the place. */
export type ContactDetails = Pick<Contact, 'name' | 'email' | 'mobile' | 'phone'>;
export type Scope = 'live-items' | 'all-leads';

export type Plan = {
  readonly id: string;
  readonly title: string;
  /** Short title for subjects and texts, e.g. 普惠金融工作. */
  readonly subject: string;
  /** The item that lays down the duty to report, e.g. 第53项; cited in notices and in the compiled report. */
  readonly basis: string;
  readonly bureau: {
    /** Code of the bureau's own unit in the roster. */
    readonly unit: string;
    readonly name: string;
    /** SMS signature without brackets. */
    readonly signature: string;
    readonly phone: string;
    readonly person: string;
  };
  /** To whom the compiled report goes, and whose office issues a 督办单. */
  readonly authority: { readonly name: string; readonly office: string };
  readonly validFrom: Day;
  readonly validTo: Day;
  readonly zone: string;
  readonly deadlines: {
    /** Month and day on which the report of the first / second half-year is due, `MM-DD`. */
    readonly H1: string;
    readonly H2: string;
    readonly time: TimeOfDay;
    readonly onNonWorkday: OnNonWorkday;
  };
  readonly scope: Scope;
  /** The items whose text lays the reporting duty on every town (52, 53): a town's required rows. */
  readonly townItems: readonly number[];
  readonly policy: Policy;
  /** Where its units hand in, when that is another address than the installation's own (`WEB_URL`). */
  readonly online?: string | undefined;
  /** In which messages are written. */
  readonly language: Language;
  /** The templates in force: those of the folder, and the shipped ones for the rest. */
  readonly texts: Texts;
  readonly items: readonly WorkItem[];
  readonly units: readonly Unit[];
  readonly contacts: readonly Contact[];
};
