/** The facts that messages are made from. Texts look up nothing else. */

import type { MessageKind, RoundKind } from '../plan/message-kinds.ts';
import type { WorkItem } from '../plan/plan.ts';
import type { Channel, Slot } from '../plan/policy.ts';
import type { Counts } from '../round/counts.ts';
import type { MorningTopic } from '../round/morning.ts';
import type { Day, Instant } from '../time/time.ts';

export type Sender = {
  readonly bureau: string;
  readonly signature: string;
  readonly phone: string;
  readonly person: string;
  /** 普惠金融工作 */
  readonly subject: string;
  readonly planTitle: string;
  /** The item that requires the reports, e.g. 第53项. */
  readonly basis: string;
  readonly authority: string;
  readonly office: string;
};

export type Before = {
  readonly kind: MessageKind | 'call';
  readonly at: Instant;
  readonly channel: Channel | 'phone';
  readonly slot: Slot;
  readonly delivered: boolean;
};

/** One obligation of a message. */
export type About = {
  readonly obligation: string;
  /** Part of the id of the reader's calendar event. */
  readonly cycle: number;
  /** The reader's role for this unit, where it differs from `MessageFacts.person`: liaison of one unit, deputy of another. */
  readonly slot?: Slot;
  readonly period: string;
  readonly unitName: string;
  readonly addressee: string;
  readonly wording: 'order' | 'request';
  readonly isTown: boolean;
  readonly items: readonly WorkItem[];
  readonly optionalItems: readonly number[];
  /** The address at which the unit hands in online, on 政务外网; never in an SMS. */
  readonly online?: string;
  /** The present date: the new one after an extension or a return. */
  readonly nominalDue: Day;
  /** The day by which lateness is judged; differs when the nominal day is a rest day. */
  readonly effectiveDue: Day;
  /** The last instant that is on time. */
  readonly dueAt: Instant;
  /** The last working day before the due day, when that is a rest day. */
  readonly lastWorkdayBefore: Day | null;
  /** The date that 催办 or a 督办单 gives for making good. */
  readonly makeGoodBy: Day | null;
  readonly compileOn: Day;
  readonly before: readonly Before[];
  readonly confirmedAt: Instant | null;
  readonly promisedOn: Day | null;
  readonly submission: {
    readonly version: number;
    readonly receivedAt: Instant;
    readonly late: boolean;
    readonly receipt: string;
  } | null;
  readonly returned: { readonly reason: string; readonly until: Day } | null;
  readonly extended: {
    readonly reason: string;
    readonly until: Day;
    readonly previous: Day;
  } | null;
  /** The refused request for a later date, with the reason of the refusal; only in the message about it. */
  readonly refusedRequest: { readonly until: Day; readonly reason: string } | null;
};

type Person = {
  readonly name: string;
  readonly slot: Slot;
  /** The person on leave for whom the reader stands in. */
  readonly standsInFor?: string | null;
};

export type MessageFacts = {
  /** Messages about a round have other facts. */
  readonly kind: Exclude<MessageKind, RoundKind>;
  readonly step: string;
  readonly sender: Sender;
  readonly person: Person;
  /** At least one. */
  readonly about: readonly About[];
  /** The moment of sending; in a preview the planned one. */
  readonly asOf: Instant;
  readonly demonstration: boolean;
};

/** The addresses at which the units hand in online, with the units' names when there are several units. */
export const onlinePages = ({ about }: Pick<MessageFacts, 'about'>): string[] =>
  about.flatMap(({ online, unitName }) => {
    if (online === undefined) return [];
    return about.length === 1 ? [online] : [`${unitName} ${online}`];
  });

/** A unit in the list of calls on the due day. */
export type ToCall = {
  readonly unitName: string;
  readonly liaison: string | null;
  /** Landline. */
  readonly phone: string | null;
  readonly confirmedAt: Instant | null;
  readonly promisedOn: Day | null;
};

/** A unit missing in a compilation, with the date of its extension. */
export type Missing = { readonly unitName: string; readonly extendedUntil: Day | null };

export type DigestTopic =
  | MorningTopic
  | { readonly kind: 'call-list'; readonly units: readonly ToCall[] }
  | {
      readonly kind: 'compiled';
      /** First draft; compile date with reports missing; all reports in; an older version is stale. */
      readonly occasion: 'draft' | 'compile-date' | 'complete' | 'stale';
      readonly version: number;
      readonly counts: Pick<Counts, 'owed' | 'reported' | 'waived' | 'missing' | 'late'>;
      readonly missing: readonly Missing[];
      /** Units that reported late. */
      readonly late: readonly string[];
      /** Changes since the version before, one clause each. */
      readonly changes: readonly string[];
    };

/** A digest for the bureau's officers. */
export type DigestFacts = {
  readonly sender: Sender;
  readonly period: string;
  readonly nominalDue: Day;
  readonly compileOn: Day;
  readonly asOf: Instant;
  readonly topic: DigestTopic;
  readonly demonstration: boolean;
};

/** Why an officer has something to do. */
export type TaskReason =
  | 'call' // nothing has come by the due day, or after a reminder
  | 'in-person' // the ladder for this class ends here: ask in person
  | 'unreachable' // no message gets through to the liaison or the deputy
  | 'promise-passed' // the date promised on the telephone is over
  | 'after-return' // a returned report has to be completed
  | 'release-letter'
  | 'release-slip'
  | 'release-message';

export type TaskFacts = {
  readonly reason: TaskReason;
  readonly about: About;
  /** The person to speak to; null when there is none on file. */
  readonly contact: { readonly name: string; readonly phone: string | null } | null;
  readonly asOf: Instant;
  readonly demonstration: boolean;
};
