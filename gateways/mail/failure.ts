import { GatewayError } from '../gateway.ts';

/** Fields of nodemailer's errors. `code` does not tell permanent from passing: it is EENVELOPE for both 550 and 451. */
export type SmtpFailure = {
  readonly code?: string | undefined;
  /** The code of the system or of TLS, when `code` holds nodemailer's own. */
  readonly originalCode?: string | undefined;
  readonly command?: string | undefined;
  readonly responseCode?: number | undefined;
  readonly response?: string | undefined;
};

/** The usual wait of greylisting servers (postgrey's default); an earlier attempt restarts it. */
const GREYLIST_MS = 5 * 60_000;

/**
 * Judges a failed mail by the server's reply and the SMTP phase (RFC 5321 4.2.1: 4yz passing, 5yz permanent).
 * @param bodyStarted whether a byte of the message itself was sent. nodemailer's errors do not tell: it reports a time-out
 *   after DATA as phase `CONN`, like a connection that failed.
 */
export function judgeMailFailure(failure: SmtpFailure, bodyStarted: boolean): GatewayError {
  const says = `mail: ${codeOf(failure)} at ${phaseOf(failure, bodyStarted)}`;
  const reply = failure.responseCode;
  if (reply === undefined) return withoutReply(says, failure, bodyStarted);
  // Any refusing reply means that the server did not take the message.
  if (isAboutUs(reply, failure.command ?? ''))
    return new GatewayError(says, { misconfigured: true });
  if (isPermanent(reply)) return new GatewayError(says, { permanent: true });
  return new GatewayError(says, isGreylisting(failure) ? { retryAfterMs: GREYLIST_MS } : {});
}

function withoutReply(says: string, failure: SmtpFailure, bodyStarted: boolean): GatewayError {
  if (bodyStarted) return new GatewayError(says, { handedOver: 'maybe' });
  // nodemailer refused it without asking the server.
  const refusedHere = failure.command === 'API' || failure.command === 'MAIL FROM';
  if (refusedHere && ['EENVELOPE', 'EMESSAGE'].includes(failure.code ?? '')) {
    return new GatewayError(says, { permanent: true });
  }
  return new GatewayError(says, { misconfigured: hasWrongSettings(failure) });
}

/** No or wrong credentials, an untrusted certificate, or a server without the expected encryption. */
const hasWrongSettings = ({ code, originalCode }: SmtpFailure) =>
  code === 'EAUTH' ||
  code === 'ENOAUTH' ||
  /CERT|UNABLE_TO_VERIFY|WRONG_VERSION/.test(originalCode ?? '');

/** 503 is about the session and not about the message; a new connection can succeed. */
const isPermanent = (reply: number) => reply >= 500 && reply !== 503;

/** Not logged in, or refused before a recipient was named, so it says nothing about the recipient. */
function isAboutUs(reply: number, command: string): boolean {
  if ([530, 534, 535, 538].includes(reply)) return true;
  const beforeRecipient = /^(CONN|EHLO|HELO|LHLO|STARTTLS|AUTH|MAIL)/.test(command);
  // 552 to MAIL FROM is about the size of this message.
  return isPermanent(reply) && beforeRecipient && reply !== 552;
}

const isGreylisting = ({ responseCode, command }: SmtpFailure) =>
  (responseCode === 450 || responseCode === 451) && command === 'RCPT TO';

/** The reply code with the enhanced one (RFC 3463), or nodemailer's code; never the server's text, which repeats addresses. */
function codeOf({ code, responseCode, response }: SmtpFailure): string {
  if (responseCode === undefined) return code ?? 'no reply';
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1];
  return enhanced ? `${responseCode} ${enhanced}` : `${responseCode}`;
}

const phaseOf = ({ command, responseCode }: SmtpFailure, bodyStarted: boolean) =>
  bodyStarted && responseCode === undefined ? 'DATA' : (command ?? 'CONN');
