/** Everything a text may say, from the record; `domain/texts/` turns it into words. Nothing here is looked up later. */
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
  /** The item that lays down the duty to report, e.g. 第53项. */
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

/** One obligation that a message is about. */
export type About = {
  readonly obligation: string;
  /** The event in the reader's calendar changes with it. */
  readonly cycle: number;
  /** Where the reader is another for this unit than `MessageFacts.person` says: deputy of one, liaison of another. */
  readonly slot?: Slot;
  readonly period: string;
  readonly unitName: string;
  readonly addressee: string;
  readonly wording: 'order' | 'request';
  readonly isTown: boolean;
  readonly items: readonly WorkItem[];
  readonly optionalItems: readonly number[];
  /** Where the unit hands in online, an address on 政务外网; never put into an SMS. */
  readonly online?: string;
  /** The date as it stands now: the new one after an extension or a return. */
  readonly nominalDue: Day;
  /** The day by which lateness is judged; another day than the nominal one when that is no working day. */
  readonly effectiveDue: Day;
  /** The last instant that is on time. */
  readonly dueAt: Instant;
  /** The last working day on or before the due day, when that is another day. */
  readonly lastWorkdayBefore: Day | null;
  /** The date a letter of 催办 or a 督办单 gives for making good. */
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
  /** The unit's newest wish for a later date that was turned down, and why; only in the message that tells of it. */
  readonly refusedWish: { readonly until: Day; readonly reason: string } | null;
};

type Person = {
  readonly name: string;
  readonly slot: Slot;
  /** Who is on leave, and whose message this is. */
  readonly standsInFor?: string | null;
};

export type MessageFacts = {
  /** What is about a round and not about obligations has facts of its own. */
  readonly kind: Exclude<MessageKind, RoundKind>;
  readonly step: string;
  readonly sender: Sender;
  readonly person: Person;
  /** At least one. */
  readonly about: readonly About[];
  /** The moment of sending (in a preview: the planned one). */
  readonly asOf: Instant;
  readonly demonstration: boolean;
};

/** A line of the list of calls to make on the due day. */
export type ToCall = {
  readonly unitName: string;
  readonly liaison: string | null;
  /** Landline. */
  readonly phone: string | null;
  readonly confirmedAt: Instant | null;
  readonly promisedOn: Day | null;
};

/** A unit whose report a compilation lacks; with the new date when it was extended. */
export type Missing = { readonly unitName: string; readonly extendedUntil: Day | null };

export type DigestTopic =
  | MorningTopic
  | { readonly kind: 'call-list'; readonly units: readonly ToCall[] }
  | {
      readonly kind: 'compiled';
      /** First draft; compile date reached with reports missing; nothing outstanding any more; an older version was stale. */
      readonly occasion: 'draft' | 'compile-date' | 'complete' | 'stale';
      readonly version: number;
      readonly counts: Pick<Counts, 'owed' | 'reported' | 'waived' | 'missing' | 'late'>;
      readonly missing: readonly Missing[];
      /** Units that reported late. */
      readonly late: readonly string[];
      /** What changed since the version before, one clause each; empty for the first version. */
      readonly changes: readonly string[];
    };

/** What the bureau's officers are told about a round. */
export type DigestFacts = {
  readonly sender: Sender;
  readonly period: string;
  readonly nominalDue: Day;
  readonly compileOn: Day;
  readonly asOf: Instant;
  readonly topic: DigestTopic;
  readonly demonstration: boolean;
};

/** Why an officer has something to do; one line on the board. */
export type TaskReason =
  | 'call' // nothing has come by the due day, or after a reminder
  | 'in-person' // the ladder for this class ends here: ask in person
  | 'unreachable' // no message gets through to the liaison or the deputy
  | 'promise-passed' // the date promised on the telephone is over
  | 'after-return' // see that a returned report is mended
  | 'release-letter'
  | 'release-slip';

export type TaskFacts = {
  readonly reason: TaskReason;
  readonly about: About;
  /** Whom to speak to; null where the plan names nobody. */
  readonly contact: { readonly name: string; readonly phone: string | null } | null;
  readonly asOf: Instant;
  readonly demonstration: boolean;
};
