/** A message that has been claimed: all that is needed to make its files and send it. */
import type { DocumentText, MessageFacts } from '../domain/facts.ts';
import type { Round } from '../domain/round.ts';
import type { Instant } from '../domain/time.ts';
import type { Rules } from '../store/rules.ts';

export type Letter = DocumentText;
export type Words = { readonly subject: string; readonly text: string; readonly parts: number };

export type MessageToSend = Words & {
  readonly kind: 'message';
  readonly key: string;
  /** The delivery whose activity sends it. */
  readonly owner: string;
  readonly channel: 'email' | 'sms';
  readonly attempt: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly facts: MessageFacts;
  readonly letter: Letter | null;
  /** Of each obligation in it: the event in the recipient's calendar changes with it. */
  readonly cycle: number;
  readonly date: Instant;
  /** Where it was planned, the same for all to whom it goes: its files are dated by it. */
  readonly plannedAt: Instant;
  readonly rules: Rules;
  readonly round: Round;
};
