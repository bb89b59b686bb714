/** Commands on one obligation. */
import type { HeldText } from '../delivery/message-text.ts';

import type { Day, Instant } from '../time/time.ts';
import type { Report } from './submission.ts';

/** How a report came: `online` by page or command line; an officer enters the others (代录). */
export const WAYS = ['online', 'oa', 'mail', 'paper', 'messenger', 'other'] as const;
export type Way = (typeof WAYS)[number];

/** A file as a command names it. The hash in the trail proves which file belonged to which version. */
export type FileRef = { readonly id: string; readonly name: string; readonly sha256: string };

export type ObligationAct =
  | {
      readonly kind: 'submit';
      readonly report: Report;
      readonly attachments?: readonly FileRef[];
    }
  | {
      readonly kind: 'record';
      readonly report: Report;
      readonly way: Way;
      /** When the bureau really received it; decides whether it is on time. */
      readonly actuallyReceivedAt: Instant;
      readonly evidence: string;
      readonly attachments?: readonly FileRef[];
    }
  /** The signed page of a version. */
  | { readonly kind: 'add-scan'; readonly version: number; readonly scan: FileRef }
  /** A leader of the unit agrees to a version (阅示). */
  | { readonly kind: 'endorse'; readonly version: number }
  /** The unit asks for a later date; `extend` grants it. */
  | { readonly kind: 'ask-extension'; readonly until: Day; readonly reason: string }
  | { readonly kind: 'refuse-extension'; readonly reason: string }
  | { readonly kind: 'withdraw'; readonly reason: string }
  | {
      readonly kind: 'return';
      readonly version: number;
      readonly reason: string;
      readonly until: Day;
    }
  | { readonly kind: 'accept'; readonly version: number }
  | { readonly kind: 'extend'; readonly until: Day; readonly reason: string }
  | { readonly kind: 'withdraw-extension'; readonly reason: string }
  | { readonly kind: 'waive'; readonly reason: string }
  | { readonly kind: 'confirm' }
  | {
      readonly kind: 'call';
      readonly who: string;
      readonly answer: string;
      readonly promisedOn: Day | null;
    }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'remind' }
  /** Sends a message again to the same role and channel, at the present address. */
  | { readonly kind: 'resend'; readonly delivery: string }
  /** A held letter, slip or mail in other words. */
  | { readonly kind: 'edit-held'; readonly delivery: string; readonly document: HeldText }
  | { readonly kind: 'release'; readonly delivery: string }
  | { readonly kind: 'dismiss'; readonly delivery: string; readonly reason: string };
