/**
 * The contract of a channel: one attempt to hand one message to one person. A gateway never retries (only Temporal
 * does), never waits longer than `TOTAL_LIMIT_MS`, and never writes an address or a text into an error, because errors
 * end up in workflow histories and logs.
 */

import { createHash } from 'node:crypto';
import type { DeliveryReceipt } from '../domain/delivery/delivery-receipt.ts';
import type { SmsKind } from '../domain/plan/message-kinds.ts';

/** Less than the activity's time-out of 60 s, so that an attempt has ended before the next one begins. */
export const TOTAL_LIMIT_MS = 40_000;

export type Attachment = {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Buffer;
};

/** The plans whose texts it carries; without them those of the installation's own plan. */
type OfPlans = { readonly plans?: readonly string[] };

export type MailMessage = OfPlans & {
  /** The message's key (domain/delivery/delivery.ts); it becomes the Message-ID, the same on every attempt. */
  readonly key: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  /** Plain text; the HTML alternative is made from it. */
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly calendar?: {
    readonly method: 'PUBLISH' | 'CANCEL';
    readonly content: string;
    readonly filename: string;
  };
  /** What it is about, e.g. its obligations: mail clients group mails that share one of these into a conversation. */
  readonly threads?: readonly string[];
  /** The `Date` header in plan time, so that a demonstration's mails do not carry today's date. */
  readonly date?: Date;
};

export type SmsMessage = OfPlans & {
  readonly key: string;
  /** The mobile number as the provider wants it. */
  readonly to: string;
  /** Signature 【…】 first. */
  readonly text: string;
  /** Selects among approved templates, and names the SMS when none fits. */
  readonly kind?: SmsKind;
  /** The moment of sending in plan time, for interfaces that take it (the sandbox). */
  readonly date?: Date;
};

/** The other side has taken the message over; nobody may have read it. */
export type HandedOver = { readonly providerId: string };

export type MailGateway = {
  /** @throws GatewayError, and nothing else */
  send(message: MailMessage, signal?: AbortSignal): Promise<HandedOver>;
  close(): Promise<void>;
};

/** An SMS that was handed over, and for which the provider has pushed no receipt. */
export type SentSms = {
  readonly to: string;
  readonly sentAt: Date;
  readonly providerId: string;
};

export type SmsGateway = {
  /** @throws GatewayError, and nothing else */
  send(message: SmsMessage, signal?: AbortSignal): Promise<HandedOver>;
  /** Chooses the wording to send, given the fullest first; absent where the provider takes any text. */
  readonly choose?: (wordings: readonly string[], kind?: SmsKind) => string | undefined;
  /**
   * Asks the provider for the receipt of one SMS; empty while the carrier has not answered. Absent where the provider
   * only pushes receipts.
   * @throws GatewayError, and nothing else
   */
  readonly pollReceipts?: (sent: SentSms, signal?: AbortSignal) => Promise<DeliveryReceipt[]>;
};

export type RobotMessage = OfPlans & { readonly key: string; readonly text: string };

/** A robot in the bureau's work group. */
export type RobotGateway = {
  /** @throws GatewayError, and nothing else */
  send(message: RobotMessage, signal?: AbortSignal): Promise<HandedOver>;
};

type Failing = {
  /** Trying again cannot help: no such address, text refused. */
  readonly permanent?: boolean;
  /** The channel is set up wrongly: says nothing about the recipient, an administrator must act. */
  readonly misconfigured?: boolean;
  /** `maybe`: the other side may have taken the message. */
  readonly handedOver?: 'no' | 'maybe';
  /** How long the other side wants us to wait before the next attempt. */
  readonly retryAfterMs?: number | undefined;
};

/** `permanent` and `misconfigured` are never both true; when both are false, try again later. */
export class GatewayError extends Error {
  readonly permanent: boolean;
  readonly misconfigured: boolean;
  readonly handedOver: 'no' | 'maybe';
  readonly retryAfterMs?: number;

  /** @param message reply code and phase only, e.g. `mail: 550 5.1.1 at RCPT TO` */
  constructor(message: string, failing: Failing = {}) {
    super(message);
    this.name = 'GatewayError';
    this.permanent = failing.permanent ?? false;
    this.misconfigured = failing.misconfigured ?? false;
    this.handedOver = failing.handedOver ?? 'no';
    if (failing.retryAfterMs !== undefined) this.retryAfterMs = failing.retryAfterMs;
  }
}

/** Aborts when the caller's signal does, and after the time limit. */
export const limitedSignal = (limitMs: number, signal: AbortSignal | undefined): AbortSignal =>
  AbortSignal.any([AbortSignal.timeout(limitMs), ...(signal ? [signal] : [])]);

/**
 * A message's key as other systems see it: 64 hexadecimal characters, the same on every attempt. The key itself contains
 * an address and may contain Chinese, which must not stand in a Message-ID or in a provider's reference field.
 */
export const reference = (key: string): string => createHash('sha256').update(key).digest('hex');
