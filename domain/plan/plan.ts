/** A checked plan. `gateways/plan-folder/read-folder.ts` reads it from its folder. */

import type { OnNonWorkday } from '../time/due.ts';
import type { Day, TimeOfDay } from '../time/time.ts';
import type { Policy, UnitClass } from './policy.ts';
import type { Language, Texts } from './text-names.ts';

/** One numbered line of the plan's table: cells joined over line breaks, unit names as written there. */
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
  /** Other names of the unit in the table, in letters or in use. */
  readonly aliases: readonly string[];
  /** The name in the address of a letter: 石岐区办事处 for 石岐区. */
  readonly addressee: string;
  /** The first and last day on which the unit exists, both included; null is unbounded. */
  readonly from: Day | null;
  readonly until: Day | null;
  /** Code of the unit that answers from the day after `until`. */
  readonly successor: string | null;
  /** 科室: the section of the bureau that looks after this unit, if any. */
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

/** A person as entered by hand. */
export type ContactDetails = Pick<Contact, 'name' | 'email' | 'mobile' | 'phone'>;

/** Whether lead units without a live item owe a nil report. */
export type Scope = 'live-items' | 'all-leads';

export type Plan = {
  readonly id: string;
  readonly title: string;
  /** Short title for subjects and texts, e.g. 普惠金融工作. */
  readonly subject: string;
  /** The item that requires the reports, e.g. 第53项; cited in notices and in the compiled report. */
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
  /** The recipient of the compiled report, and the office that issues a 督办单. */
  readonly authority: { readonly name: string; readonly office: string };
  readonly validFrom: Day;
  readonly validTo: Day;
  readonly zone: string;
  readonly deadlines: {
    /** Due dates of the first and second half-year, `MM-DD`. */
    readonly H1: string;
    readonly H2: string;
    readonly time: TimeOfDay;
    readonly onNonWorkday: OnNonWorkday;
  };
  readonly scope: Scope;
  /** Items that every town must report on (52, 53). */
  readonly townItems: readonly number[];
  readonly policy: Policy;
  /** Address at which its units hand in, where it differs from `WEB_URL`. */
  readonly online?: string | undefined;
  /** Of its messages. */
  readonly language: Language;
  /** Templates of the folder, and the shipped ones for the rest. */
  readonly texts: Texts;
  readonly items: readonly WorkItem[];
  readonly units: readonly Unit[];
  readonly contacts: readonly Contact[];
};
