import { rootCertificates } from 'node:tls';
import type { SMTPPoolOptions } from 'nodemailer';
import { Problem } from '../domain/problem.ts';
import { type MailServer, tlsModeOf } from './mail/settings.ts';

/** All in milliseconds. Each but `total` is a wait for one thing; a server that trickles is stopped by `total`. */
export type MailLimits = {
  readonly connect: number;
  readonly greeting: number;
  readonly silence: number;
  readonly total: number;
};

/**
 * The URL is taken apart here and not by nodemailer, whose URLs may override any option, its retries included.
 * @throws Problem `invalid`
 */
export function transportOptions(
  server: MailServer,
  limits: MailLimits,
): SMTPPoolOptions & { pool: true } {
  const { hostname, port, username, password } = smtpUrl(server.url);
  const mode = tlsModeOf(server);
  const secure = mode === 'implicit';
  return {
    pool: true,
    // nodemailer's default is five retries of its own; only Temporal retries.
    maxRequeues: 0,
    maxConnections: server.connections ?? 5,
    ...(server.perSecond && { rateLimit: server.perSecond, rateDelta: 1_000 }),
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port ? Number(port) : secure ? 465 : 25,
    secure,
    requireTLS: mode === 'starttls',
    ignoreTLS: mode === 'none',
    // Naming one's own would otherwise make all public ones unknown.
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
  // The value is not repeated: it may hold a password.
  throw new Problem(
    'invalid',
    '邮件服务器地址不对：应写成 smtp://主机:端口 或 smtps://用户名:密码@主机:465（密码中的特殊字符用 %XX 表示）。',
  );
}
