import { PassThrough, type Readable } from 'node:stream';
import { rootCertificates } from 'node:tls';
import { createTransport, type SMTPPoolOptions } from 'nodemailer';
import DKIM from 'nodemailer/lib/dkim';
import { Problem } from '../../domain/problem.ts';
import {
  GatewayError,
  limitedSignal,
  type MailGateway,
  type MailMessage,
  TOTAL_LIMIT_MS,
} from '../gateway.ts';
import { type MailSender, mailContent } from './content.ts';
import { judgeMailFailure, type SmtpFailure } from './failure.ts';
import { type MailServer, tlsModeOf } from './settings.ts';

/** In milliseconds. Each but `total` limits one wait; `total` also stops a server that answers slowly but steadily. */
type MailLimits = {
  readonly connect: number;
  readonly greeting: number;
  readonly silence: number;
  readonly total: number;
};

const LIMITS: MailLimits = {
  connect: 10_000,
  greeting: 10_000,
  silence: 30_000,
  total: TOTAL_LIMIT_MS,
};

/**
 * Sends mails through one SMTP server (`smtp://` or `smtps://`, name and password in the URL) over a pool of connections.
 * One attempt per call: the pool's own retries are off.
 * @throws Problem `invalid` when the URL is not an SMTP URL
 */
export function createMailGateway(
  server: MailServer,
  sender: MailSender,
  limits: MailLimits = LIMITS,
): MailGateway {
  const transport = createTransport(transportOptions(server, limits));
  // Inside the transport, a mail can be recognised by its signal only.
  const bodies = new WeakMap<AbortSignal, Readable>();
  const signed = signerOf(server);
  transport.use('stream', (mail, done) => {
    const { message, data } = mail;
    message?.processFunc((input) => {
      const body = passedOn(signed(input));
      if (data.signal) bodies.set(data.signal, body);
      return body;
    });
    done();
  });

  return {
    async send(message, signal) {
      refuseOddAddress(message);
      const limited = limitedSignal(limits.total, signal);
      try {
        const content = mailContent(message, sender);
        const info = await transport.sendMail({ ...content, signal: limited });
        return { providerId: info.messageId };
      } catch (failure) {
        // The failure is not passed on: its text repeats the address.
        throw judgeMailFailure(failure as SmtpFailure, hasBegun(bodies.get(limited)));
      }
    },
    async close() {
      transport.close();
    },
  };
}

/**
 * Signs with DKIM. Not by the transport's own option: it would read our stream completely before the server is asked, and
 * then nobody could tell whether the mail has begun to go out.
 */
function signerOf({ dkim }: MailServer): (mail: Readable) => Readable {
  if (dkim === undefined) return (mail) => mail;
  const { domain: domainName, selector: keySelector, privateKey } = dkim;
  const signer = new DKIM({ domainName, keySelector, privateKey });
  return (mail) => signer.sign(mail);
}

/** The mail's bytes in a stream that shows whether reading has begun. */
function passedOn(input: Readable): Readable {
  const body = new PassThrough();
  input.on('error', (error) => body.destroy(error));
  return input.pipe(body);
}

/** The connection reads the body after the server's 354 to DATA; without an answer after that, the mail may have been taken. */
const hasBegun = (body: Readable | undefined) => body?.readableDidRead ?? false;

/** nodemailer quotes odd addresses, and a lenient server could deliver them to somebody else. @throws GatewayError `permanent` */
function refuseOddAddress({ to }: MailMessage): void {
  if (/^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/.test(to.address)) return;
  throw new GatewayError('mail: not an e-mail address', { permanent: true });
}

/**
 * Parses the URL here, because nodemailer's own parser lets a URL override any option, such as its retries.
 * @throws Problem `invalid`
 */
function transportOptions(
  server: MailServer,
  limits: MailLimits,
): SMTPPoolOptions & { pool: true } {
  const { hostname, port, username, password } = smtpUrl(server.url);
  const mode = tlsModeOf(server);
  const secure = mode === 'implicit';
  return {
    pool: true,
    // nodemailer retries five times by default; only Temporal may retry.
    maxRequeues: 0,
    maxConnections: server.connections ?? 5,
    ...(server.perSecond && { rateLimit: server.perSecond, rateDelta: 1_000 }),
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port ? Number(port) : secure ? 465 : 25,
    secure,
    requireTLS: mode === 'starttls',
    ignoreTLS: mode === 'none',
    // `ca` replaces Node's list, so the public certificates are added.
    ...(server.ca && { tls: { ca: [...rootCertificates, server.ca] } }),
    ...(username && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
    connectionTimeout: limits.connect,
    dnsTimeout: limits.connect,
    greetingTimeout: limits.greeting,
    socketTimeout: limits.silence,
  };
}

function smtpUrl(url: string): URL {
  if (URL.canParse(url)) {
    const parsed = new URL(url);
    if (/^smtps?:$/.test(parsed.protocol) && parsed.hostname) return parsed;
  }
  // The value is not repeated: it may contain a password.
  throw new Problem(
    'invalid',
    '邮件服务器地址不对：应写成 smtp://主机:端口 或 smtps://用户名:密码@主机:465（密码中的特殊字符用 %XX 表示）。',
  );
}
