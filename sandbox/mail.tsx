/** @jsxRuntime automatic @jsxImportSource hono/jsx */

/** The mails that the sandbox caught, and the page of each. */
import { type Context, Hono } from 'hono';
import { type AddressObject, type Attachment, type ParsedMail, simpleParser } from 'mailparser';
import { Layout, NotFoundPage, shownTime } from './layout.tsx';
import type { Caught } from './mail-catcher.ts';
import { openNumberedFiles } from './numbered-files.ts';
import { type Language, languageOf, wordsIn } from './words.ts';

export type MailSummary = {
  readonly seq: number;
  readonly messageId: string;
  /** The reference that the sender put in `X-Cuibao-Key`. */
  readonly key: string;
  readonly from: string;
  /** The envelope's recipients. */
  readonly to: readonly string[];
  /** The recipients of the header, with names. */
  readonly toShown: string;
  readonly subject: string;
  /** The `Date` header; in a demonstration that is plan time. */
  readonly date: string;
  /** This machine's clock. */
  readonly receivedAt: string;
  readonly attachments: readonly string[];
};
type KeptMail = {
  readonly summary: MailSummary;
  readonly parsed: ParsedMail;
  readonly raw: Buffer;
};
export type MailStore = {
  keep(mail: Caught): Promise<number>;
  /** Newest first; `to` is a part of a recipient's address. */
  list(to?: string): Promise<readonly MailSummary[]>;
  find(seq: number): Promise<KeptMail | undefined>;
};

/** Mails as `.eml` files. The summaries are a cache, which is filled from the files again after a restart. */
export async function openMailStore(dir: string): Promise<MailStore> {
  const files = await openNumberedFiles(dir, 'eml');
  const summaries = new Map<number, MailSummary>();

  const find = async (seq: number): Promise<KeptMail | undefined> => {
    if (!files.numbers().includes(seq)) return undefined;
    const raw = await files.read(seq);
    const parsed = await simpleParser(raw);
    return { summary: summaryOf(seq, parsed), parsed, raw };
  };
  const summary = async (seq: number): Promise<MailSummary | undefined> => {
    const known = summaries.get(seq) ?? (await find(seq))?.summary;
    if (known) summaries.set(seq, known);
    return known;
  };

  return {
    keep: (mail) => files.add(() => Buffer.concat([Buffer.from(traceOf(mail)), mail.raw])),
    async list(to = '') {
      const found: MailSummary[] = [];
      // One by one: after a restart all mails are parsed, with their attachments.
      for (const seq of files.numbers().toReversed()) {
        const mail = await summary(seq);
        if (mail && isFor(mail, to)) found.push(mail);
      }
      return found;
    },
    find,
  };
}

const isFor = ({ to }: MailSummary, part: string) =>
  to.some((address) => address.toLowerCase().includes(part.trim().toLowerCase()));

/** Headers that a mail server adds on top (RFC 5321 4.4); they keep the envelope in the file. */
const traceOf = ({ from, to }: Caught): string =>
  [
    `Return-Path: <${from}>`,
    ...to.map((address) => `Delivered-To: ${address}`),
    `X-Sandbox-Received: ${new Date().toISOString()}`,
    '',
  ].join('\r\n');

function summaryOf(seq: number, mail: ParsedMail): MailSummary {
  const to = linesOf(mail, 'delivered-to');
  return {
    seq,
    messageId: mail.messageId ?? '',
    key: linesOf(mail, 'x-cuibao-key')[0] ?? '',
    from: peopleIn(mail.from),
    to,
    toShown: peopleIn(mail.to) || to.join(', '),
    subject: mail.subject ?? '',
    date: mail.date?.toISOString() ?? '',
    receivedAt: linesOf(mail, 'x-sandbox-received')[0] ?? '',
    attachments: filesIn(mail).map(nameOf),
  };
}

/** Attachments as people see them, without the calendar part that mail clients read by themselves. */
const filesIn = (mail: ParsedMail): Attachment[] =>
  mail.attachments.filter((part) => part.filename || part.contentDisposition === 'attachment');

const nameOf = ({ filename }: Attachment, index: number): string => filename || `part-${index + 1}`;

const peopleIn = (header: AddressObject | AddressObject[] | undefined): string =>
  [header ?? []]
    .flat()
    .flatMap(({ value }) => value)
    .map(({ name, address }) => (name ? `${name} <${address}>` : (address ?? '')))
    .join(', ');

const linesOf = (mail: ParsedMail, header: string): string[] =>
  mail.headerLines
    .filter(({ key }) => key === header)
    .map(({ line }) => line.slice(line.indexOf(':') + 1).trim());

/** The page of one mail, its HTML, its raw text and its attachments. */
export function mailRoutes({ mails }: { mails: MailStore }): Hono {
  const routes = new Hono();
  const notFound = (c: Context) =>
    c.html(NotFoundPage({ language: languageOf(c.req.query('lang')) }), 404);

  routes.get('/mail/:seq{\\d+}', async (c) => {
    const kept = await mails.find(Number(c.req.param('seq')));
    return kept
      ? c.html(MailPage({ ...kept, language: languageOf(c.req.query('lang')) }))
      : notFound(c);
  });

  routes.get('/mail/:seq{\\d+}/raw', async (c) => {
    const kept = await mails.find(Number(c.req.param('seq')));
    if (!kept) return notFound(c);
    return c.body(bytes(kept.raw), 200, { 'Content-Type': 'text/plain; charset=utf-8' });
  });

  routes.get('/mail/:seq{\\d+}/html', async (c) => {
    const kept = await mails.find(Number(c.req.param('seq')));
    if (!kept?.parsed.html) return notFound(c);
    return c.html(kept.parsed.html);
  });

  routes.get('/mail/:seq{\\d+}/attachment/:index{\\d+}', async (c) => {
    const kept = await mails.find(Number(c.req.param('seq')));
    const file = kept && attachmentAt(kept, Number(c.req.param('index')));
    if (!file) return notFound(c);
    return c.body(bytes(file.content), 200, {
      // Always downloaded: the browser must not open it as the type that the mail claims.
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename*=UTF-8''${encoded(file.name)}`,
    });
  });
  return routes;
}

function attachmentAt({ parsed }: KeptMail, index: number) {
  const found = filesIn(parsed)[index];
  return found && { name: nameOf(found, index), content: found.content };
}

const bytes = (buffer: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(buffer);

/** RFC 8187: escapes characters that encodeURIComponent leaves and the header does not allow. */
const encoded = (name: string): string =>
  encodeURIComponent(name.replace(/[/\\]/g, '_')).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

type Props = KeptMail & { language: Language };

function MailPage(props: Props) {
  const { summary, parsed, language } = props;
  const words = wordsIn(language);
  const path = `/mail/${summary.seq}`;
  return (
    <Layout language={language} title={summary.subject || '—'} here={path}>
      <dl>
        <dt>{words.from}</dt>
        <dd>{summary.from}</dd>
        <dt>{words.to}</dt>
        <dd>{summary.toShown}</dd>
        <dt>{words.time}</dt>
        <dd>{shownTime(summary.date)}</dd>
        <dt>{words.received}</dt>
        <dd>{shownTime(summary.receivedAt)}</dd>
        <Files {...props} />
      </dl>
      <h2>{words.text}</h2>
      <pre class="letter">{parsed.text}</pre>
      <p class="more">
        {parsed.html && <a href={`${path}/html`}>{words.html}</a>}{' '}
        <a href={`${path}/raw`}>{words.raw}</a>
      </p>
      <details>
        <summary>{words.headers}</summary>
        <pre>{parsed.headerLines.map(({ line }) => line).join('\n')}</pre>
      </details>
    </Layout>
  );
}

function Files({ summary, parsed, language }: Props) {
  const files = filesIn(parsed);
  if (files.length === 0) return null;
  return (
    <>
      <dt>{wordsIn(language).attachments}</dt>
      <dd>
        <ul>
          {files.map((file, index) => (
            <li>
              <a href={`/mail/${summary.seq}/attachment/${index}`}>{nameOf(file, index)}</a>{' '}
              <small>{sizeOf(file.size)}</small>
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}

const sizeOf = (bytes: number): string =>
  bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} KB`;
