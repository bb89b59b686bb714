/**
 * The four kinds of outgoing messages: to a unit, to an officer, the question to a liaison, the text for the work
 * group. All take one road (send-out.ts): claim, compose, send, settle. The kinds differ in data: locks and what
 * follows a failed attempt (here), recipient (recipient.ts), words (compose.ts).
 */
import type { DocumentText } from '../../domain/delivery/message-text.ts';
import type { Step } from '../../domain/ladder/step.ts';
import type { Obligation } from '../../domain/obligation/obligation.ts';
import type { Roster } from '../../domain/people/recipient.ts';
import type { MessageKind } from '../../domain/plan/message-kinds.ts';
import type { Slot } from '../../domain/plan/policy.ts';
import type { MessageFacts } from '../../domain/texts/facts.ts';
import { type Instant, MINUTE } from '../../domain/time/time.ts';
import type { Delivery } from '../../store/read/deliveries.ts';
import type { Rules } from '../../store/read/plans.ts';
import type { FoundPeer } from '../../store/write/claim.ts';
import type { Locked, LockedTogether } from '../../store/write/locked.ts';
import type { Look, Target } from '../obligation/look.ts';

/** The input of an activity: a target of an obligation, or the key of a delivery about a round. */
export type Asked =
  | { readonly obligation: string; readonly target: Target }
  | { readonly delivery: string };

export type ClaimInput = Asked & { readonly attempt: string; readonly now: Instant };

/** Another obligation in the same message, with its step and slot; the channel is the message's. */
export type Peer = Pick<FoundPeer, 'obligation' | 'cycle' | 'step'> & { readonly slot: Slot };

/** Read under the locks: cannot change before the transaction ends. */
type Claiming = Locked & { readonly attempt: string; readonly now: Instant };

export type UnitClaim = Claiming &
  LockedTogether & {
    readonly kind: 'unit message';
    readonly target: Target;
    readonly of: Obligation;
    /** null when the obligation has no step of that key. */
    readonly step: Step | null;
    /** The unit's contacts and leaves. */
    readonly roster: Roster;
    readonly peers: readonly Peer[];
  };

export type RoundClaim = Claiming & { readonly kind: Exclude<Kind, 'unit message'> };

type Kind = 'unit message' | 'officer mail' | 'liaison question' | 'group text';

/** A delivery that is being claimed. */
export type Outgoing = UnitMessage | (RoundClaim & { readonly delivery: Delivery });
export type UnitMessage = UnitClaim & { readonly delivery: Delivery };

/** One delivery of an obligation: enough to fall back or to give an officer a task. */
export type OfUnit = Pick<UnitMessage, 'delivery' | 'now' | 'rules' | 'round' | 'of'>;

/** @param delivery one about a round */
export const kindOf = ({ kind, channel }: Delivery): RoundClaim['kind'] => {
  if (kind === 'contact-check') return 'liaison question';
  return channel === 'robot' ? 'group text' : 'officer mail';
};

/**
 * The advisory lock of a delivery, taken after its round's: the obligation, or all deliveries of its kind in the round,
 * because one message may carry several questions.
 */
export const lockOf = ({ obligation, round, kind }: Delivery): string =>
  obligation ?? `${round}#${kind}`;

/**
 * After an attempt that failed for now: the pause before the next one, in milliseconds, or null when Temporal retries
 * the activity. Deliveries about a round are planned again instead, because a night without a mail server would fill
 * the round's history with retries.
 */
export function pauseMs(kind: Kind, attempts: number): number | null {
  switch (kind) {
    case 'unit message':
    case 'liaison question':
      return null;
    case 'officer mail':
      // 1, 2, 4, 8, then 15 minutes.
      return Math.min(2 ** (attempts - 1) * MINUTE, LONGEST_PAUSE_MS);
    case 'group text':
      return LONGEST_PAUSE_MS;
  }
}

const LONGEST_PAUSE_MS = 15 * MINUTE;

/** `look` is null for a delivery about a round. */
export type Claim = { readonly kind: 'nothing to send'; readonly look: Look | null } | ToSend;

/** A claimed message, with all that is needed to make its files, send it and settle it. */
export type ToSend = Words & {
  readonly kind: 'message';
  readonly of: Kind;
  readonly key: string;
  /** The delivery whose claim it is; others may go with it. */
  readonly owner: Delivery;
  readonly channel: 'email' | 'sms' | 'robot';
  readonly attempt: string;
  /** Number of attempts, this one included. */
  readonly attempts: number;
  readonly to: { readonly name: string; readonly address: string };
  readonly content: Content;
  readonly date: Instant;
};

export type Words = { readonly subject: string; readonly text: string; readonly parts: number };

/** What a message has beside its words. */
export type Content = {
  /** Empty for a message about a round. */
  readonly byPlan: readonly PlanPart[];
  /** A released document, attached as a file. */
  readonly letter: DocumentText | null;
  /** The version of the compiled report to attach. */
  readonly compilation: number | null;
};

/** The part of one plan, in its words and under its name. An SMS has one part for all plans. */
export type PlanPart = { readonly rules: Rules; readonly facts: MessageFacts };

/** The obligations that a message is about. */
export const obligationsIn = ({ content }: Pick<ToSend, 'content'>): string[] =>
  content.byPlan.flatMap(({ facts }) => facts.about.map(({ obligation }) => obligation));

/** Narrows to the kinds of unit messages. Messages about a round have facts of their own. */
export function unitKind(kind: MessageKind): MessageFacts['kind'] {
  if (kind === 'digest' || kind === 'contact-check') throw new Error(`a ${kind} is about a round`);
  return kind;
}
