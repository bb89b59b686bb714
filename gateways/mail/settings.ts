/** Settings of the mail server: encryption, trusted certificates, DKIM key. Checked at the start. */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Problem } from '../../domain/problem.ts';
import { isLoopback } from '../loopback.ts';

/**
 * - `starttls`       starts in plain text and must switch to TLS before anything is sent
 * - `opportunistic`  TLS when the server offers it
 * - `implicit`       TLS from the first byte (`smtps://`)
 * - `none`           plain text; on this machine only
 */
export type TlsMode = 'starttls' | 'opportunistic' | 'implicit' | 'none';

/** Receivers find the public key in DNS at `<selector>._domainkey.<domain>` (RFC 6376). */
type DkimKey = {
  readonly domain: string;
  readonly selector: string;
  /** PEM of an RSA key: nodemailer signs with rsa-sha256 only. */
  readonly privateKey: string;
};

export type MailServer = {
  readonly url: string;
  /** Without it the URL decides (`tlsModeOf`). */
  readonly tls?: TlsMode;
  /** PEM certificates to trust beside Node's own. */
  readonly ca?: string;
  readonly dkim?: DkimKey;
  readonly connections?: number;
  /** Mails per second of this process. */
  readonly perSecond?: number;
};

/** The settings as read from the environment. */
export type MailServerSettings = {
  readonly url: string;
  readonly from: string;
  readonly tls: TlsMode | undefined;
  readonly connections: number;
  readonly perSecond: number | undefined;
  readonly caFile: string | undefined;
  readonly dkimDomain: string | undefined;
  readonly dkimSelector: string | undefined;
  readonly dkimKeyFile: string | undefined;
};

/** @throws Problem `invalid` with one line for each wrong setting */
export function readMailServer(settings: MailServerSettings): MailServer {
  const { url, connections, perSecond, tls } = settings;
  const problems: string[] = [];
  const ca = readCa(settings.caFile, problems);
  const dkim = readDkim(settings, problems);
  const mode = tlsProblem(url, tls);
  if (mode !== null) problems.push(mode);
  if (problems.length > 0) {
    const lines = problems.map((line) => `  ${line}`).join('\n');
    throw new Problem('invalid', `邮件设置有误，没有启动：\n${lines}`);
  }
  return {
    url,
    ...(tls && { tls }),
    ...(ca && { ca }),
    ...(dkim && { dkim }),
    connections,
    ...(perSecond && { perSecond }),
  };
}

/** With a password in the URL, TLS is required unless the server is on this machine. */
export function tlsModeOf({ url, tls }: Pick<MailServer, 'url' | 'tls'>): TlsMode {
  if (tls !== undefined) return tls;
  const { protocol, username, hostname } = new URL(url);
  if (protocol === 'smtps:') return 'implicit';
  return username && !isLoopback(hostname) ? 'starttls' : 'opportunistic';
}

function tlsProblem(url: string, tls: TlsMode | undefined): string | null {
  if (tls === undefined || !URL.canParse(url)) return null;
  const { protocol, hostname, username } = new URL(url);
  if ((tls === 'implicit') !== (protocol === 'smtps:')) {
    return `SMTP_TLS：implicit 与 smtps:// 要一起用，现在是“${tls}”和 ${protocol}//；请改其中一个，或去掉 SMTP_TLS。`;
  }
  if (isLoopback(hostname)) return null;
  if (tls === 'none') {
    return 'SMTP_TLS：none（不加密）只用于本机的邮件服务器；请改为 starttls、opportunistic 或 implicit。';
  }
  return username && tls === 'opportunistic'
    ? 'SMTP_TLS：地址里有密码时不能用 opportunistic，服务器不加密时密码会被看到；请改为 starttls，或用 smtps:// 地址。'
    : null;
}

function readCa(file: string | undefined, problems: string[]): string | undefined {
  const pem = readFile('SMTP_CA_FILE', file, problems);
  if (pem === undefined) return undefined;
  try {
    new X509Certificate(pem);
    return pem;
  } catch {
    problems.push(
      `SMTP_CA_FILE：${file} 不是 PEM 格式的证书（应以 -----BEGIN CERTIFICATE----- 开头）。`,
    );
    return undefined;
  }
}

function readDkim(
  { from, dkimDomain: domain, dkimSelector: selector, dkimKeyFile: file }: MailServerSettings,
  problems: string[],
): DkimKey | undefined {
  if (!domain && !selector && !file) return undefined;
  if (!domain || !selector || !file) {
    problems.push(
      'DKIM_DOMAIN、DKIM_SELECTOR、DKIM_KEY_FILE：签名要这三项都设置，不签名的请全部去掉。',
    );
    return undefined;
  }
  const sends = from.slice(from.lastIndexOf('@') + 1).toLowerCase();
  // DMARC accepts a signature only of the sender's domain or a parent of it.
  if (sends !== domain.toLowerCase() && !sends.endsWith(`.${domain.toLowerCase()}`)) {
    problems.push(
      `DKIM_DOMAIN：“${domain}”不是发件地址 MAIL_FROM 的域名（${sends}）或其上级，签名不会被承认。`,
    );
  }
  const privateKey = readFile('DKIM_KEY_FILE', file, problems);
  if (privateKey === undefined) return undefined;
  const problem = keyProblem(privateKey);
  if (problem !== null) problems.push(`DKIM_KEY_FILE：${file} ${problem}`);
  return { domain, selector, privateKey };
}

/** Checked here because nodemailer sends mails unsigned when the key is unusable. */
function keyProblem(pem: string): string | null {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType !== 'rsa') return '不是 RSA 私钥；DKIM 签名请用 2048 位的 RSA 私钥。';
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
    // RFC 8301: receivers may refuse shorter keys.
    return bits < 1024 ? `只有 ${bits} 位，收件方不会承认；请用 2048 位的 RSA 私钥。` : null;
  } catch {
    return '不是私钥，或有密码保护；应是不加密的 PEM 格式 RSA 私钥（-----BEGIN PRIVATE KEY-----）。';
  }
}

function readFile(setting: string, file: string | undefined, problems: string[]) {
  if (file === undefined) return undefined;
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? '没有这个文件' : `读不了（${code}）`;
    problems.push(`${setting}：${file} ${why}；请核对路径和权限。`);
    return undefined;
  }
}
