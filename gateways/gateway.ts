/**
 * The contract of a channel: one attempt to hand one message to one person. A gateway never retries (only Temporal
 * does), never waits longer than `TOTAL_LIMIT_MS`, and never writes an address or a text into an error, because errors
 * end up in workflow histories and logs.
 */

import { createHash } from 'node:crypto';
import type { DeliveryReceipt } from '../domain/delivery/delivery-receipt.ts';
import type { SmsKind } from '../domain/plan/message-kinds.ts';

/** Below the activity's 60 s, so that an attempt has ended before the next one can begin. */
export const TOTAL_LIMIT_MS = 40_000;

export type Attachment = {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Buffer;
};

/** Whose words they are; without it those of the installation's own plan. */
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
  /** What it is about, e.g. its obligations: mails that have one of these in common are shown as one conversation. */
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
  /** What it is about, to name it when no approved template fits and to tell templates of one text apart. */
  readonly kind?: SmsKind;
  /** The moment of sending in plan time, for providers (the sandbox) that want it. */
  readonly date?: Date;
};

/** The other side took the message over; not proof of reading. */
export type HandedOver = { readonly providerId: string };

export type MailGateway = {
  /** @throws GatewayError, and nothing else */
  send(message: MailMessage, signal?: AbortSignal): Promise<HandedOver>;
  close(): Promise<void>;
};

/** A message that was handed over, to ask after when no report came by itself. */
export type SentSms = {
  readonly to: string;
  readonly sentAt: Date;
  readonly providerId: string;
};

export type SmsGateway = {
  /** @throws GatewayError, and nothing else */
  send(message: SmsMessage, signal?: AbortSignal): Promise<HandedOver>;
  /** Of several wordings, fullest first, the one to send; absent where the provider takes any text. */
  readonly choose?: (wordings: readonly string[], kind?: SmsKind) => string | undefined;
  /**
   * Asks the provider what became of one message; empty while nobody knows. Absent where a provider can only report by
   * itself.
   * @throws GatewayError, and nothing else
   */
  readonly pollReports?: (sent: SentSms, signal?: AbortSignal) => Promise<DeliveryReceipt[]>;
};

export type RobotMessage = OfPlans & { readonly key: string; readonly text: string };

/** A robot in the bureau's work group. */
export type RobotGateway = {
  /** @throws GatewayError, and nothing else */
  send(message: RobotMessage, signal?: AbortSignal): Promise<HandedOver>;
};

type Failing = {
  /** Trying this message again cannot help: no such address, text refused. */
  readonly permanent?: boolean;
  /** The channel itself is set up wrongly; says nothing about the recipient, an administrator must act. */
  readonly misconfigured?: boolean;
  /** `maybe`: the other side may have it all the same. */
  readonly handedOver?: 'no' | 'maybe';
  /** Milliseconds the other side wants us to wait before the next attempt. */
  readonly retryAfterMs?: number | undefined;
};

/** `permanent` and `misconfigured` are never both true; neither means: try again later. */
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

/**
 * A message's key as other systems see it: 64 hexadecimal characters, the same on every attempt. The key itself holds
 * an address and may hold Chinese, and neither belongs in a Message-ID or in a provider's reference field.
 */
export const reference = (key: string): string => createHash('sha256').update(key).digest('hex');
