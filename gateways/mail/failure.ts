import { GatewayError } from '../gateway.ts';

/** What nodemailer's errors carry. `code` is useless for judging: it is EENVELOPE for 550 and for 451 alike. */
export type SmtpFailure = {
  readonly code?: string | undefined;
  /** The system's or TLS's code, where nodemailer put its own in `code`. */
  readonly originalCode?: string | undefined;
  readonly command?: string | undefined;
  readonly responseCode?: number | undefined;
  readonly response?: string | undefined;
};

/** Greylisting servers want at least this (postgrey's default); an earlier attempt starts their wait anew. */
const GREYLIST_MS = 5 * 60_000;

/**
 * Judges a failed mail by the server's reply and the SMTP phase (RFC 5321 4.2.1: 4yz passing, 5yz permanent).
 * @param bodyStarted whether a byte of the message itself went out. nodemailer cannot tell: it reports a silence after
 *   DATA as phase `CONN`, the same as a connection that never came about.
 */
export function judgeMailFailure(failure: SmtpFailure, bodyStarted: boolean): GatewayError {
  const says = `mail: ${codeOf(failure)} at ${phaseOf(failure, bodyStarted)}`;
  const reply = failure.responseCode;
  if (reply === undefined) return withoutReply(says, failure, bodyStarted);
  // A reply is the server's word that it does not have the message, wherever it comes.
  if (isAboutUs(reply, failure.command ?? ''))
    return new GatewayError(says, { misconfigured: true });
  if (isPermanent(reply)) return new GatewayError(says, { permanent: true });
  return new GatewayError(says, isGreylisting(failure) ? { retryAfterMs: GREYLIST_MS } : {});
}

function withoutReply(says: string, failure: SmtpFailure, bodyStarted: boolean): GatewayError {
  if (bodyStarted) return new GatewayError(says, { handedOver: 'maybe' });
  // nodemailer refused it before saying anything to the server.
  const refusedHere = failure.command === 'API' || failure.command === 'MAIL FROM';
  if (refusedHere && ['EENVELOPE', 'EMESSAGE'].includes(failure.code ?? '')) {
    return new GatewayError(says, { permanent: true });
  }
  return new GatewayError(says, { misconfigured: hasWrongSettings(failure) });
}

/** No credentials to log in with, a certificate that this installation does not trust, or no encryption where it is said to be. */
const hasWrongSettings = ({ code, originalCode }: SmtpFailure) =>
  code === 'EAUTH' ||
  code === 'ENOAUTH' ||
  /CERT|UNABLE_TO_VERIFY|WRONG_VERSION/.test(originalCode ?? '');

/** 503 says that the session went wrong, not that the message was refused; a new connection can succeed. */
const isPermanent = (reply: number) => reply >= 500 && reply !== 503;

/** Not logged in, or refused before a recipient was named: no recipient must be marked bad for that. */
function isAboutUs(reply: number, command: string): boolean {
  if ([530, 534, 535, 538].includes(reply)) return true;
  const beforeRecipient = /^(CONN|EHLO|HELO|LHLO|STARTTLS|AUTH|MAIL)/.test(command);
  // 552 to MAIL FROM is about the size of this very message.
  return isPermanent(reply) && beforeRecipient && reply !== 552;
}

const isGreylisting = ({ responseCode, command }: SmtpFailure) =>
  (responseCode === 450 || responseCode === 451) && command === 'RCPT TO';

/** The reply code with the enhanced one (RFC 3463), or nodemailer's word; never the server's text, which repeats addresses. */
function codeOf({ code, responseCode, response }: SmtpFailure): string {
  if (responseCode === undefined) return code ?? 'no reply';
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1];
  return enhanced ? `${responseCode} ${enhanced}` : `${responseCode}`;
}

const phaseOf = ({ command, responseCode }: SmtpFailure, bodyStarted: boolean) =>
  bodyStarted && responseCode === undefined ? 'DATA' : (command ?? 'CONN');
