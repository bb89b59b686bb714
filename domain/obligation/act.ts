import type { DocumentText } from '../delivery/message-text.ts';
import type { Day, Instant } from '../time/time.ts';
import type { Report } from './submission.ts';

/** How a report came. `online` covers page and command line; the others are entered by an officer (代录). */
export const WAYS = ['online', 'oa', 'mail', 'paper', 'messenger', 'other'] as const;
export type Way = (typeof WAYS)[number];

/** A file as a command names it: the trail then proves what belonged to which version. */
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
      /** When the bureau really received it: that is what on time is judged by. */
      readonly actuallyReceivedAt: Instant;
      readonly evidence: string;
      readonly attachments?: readonly FileRef[];
    }
  /** The signed page of a version, which may follow. */
  | { readonly kind: 'add-scan'; readonly version: number; readonly scan: FileRef }
  /** A leader of the unit has read a version and agrees (阅示). */
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
  /** Again to the same role and channel, at the address as it is now. */
  | { readonly kind: 'resend'; readonly delivery: string }
  /** A held letter or slip in other words. */
  | { readonly kind: 'edit-held'; readonly delivery: string; readonly document: DocumentText }
  | { readonly kind: 'release'; readonly delivery: string }
  | { readonly kind: 'dismiss'; readonly delivery: string; readonly reason: string };
