import { type AddressObject, type Attachment, type ParsedMail, simpleParser } from 'mailparser';
import type { Caught } from './mail-catcher.ts';
import { openNumberedFiles } from './numbered-files.ts';

export type MailSummary = {
  readonly seq: number;
  readonly messageId: string;
  /** The reference that the sender put in `X-Cuibao-Key`. */
  readonly key: string;
  readonly from: string;
  /** The envelope's recipients, whatever the header says. */
  readonly to: readonly string[];
  /** As the header shows them, with names. */
  readonly toShown: string;
  readonly subject: string;
  /** From the `Date` header; in a demonstration that is plan time. */
  readonly date: string;
  /** This machine's clock. */
  readonly receivedAt: string;
  readonly attachments: readonly string[];
};
export type KeptMail = {
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

/** Mails as `.eml` files. The summaries are a cache: after a restart they are read from the files again. */
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
      // One by one: after a restart all of them are parsed, and they may hold attachments.
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

/** What a mail server adds on top (RFC 5321 4.4): the envelope is kept in the file itself. */
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

/** What a person would call an attachment: not the calendar entry that mail clients read beside the text. */
export const filesIn = (mail: ParsedMail): Attachment[] =>
  mail.attachments.filter((part) => part.filename || part.contentDisposition === 'attachment');

export const nameOf = ({ filename }: Attachment, index: number): string =>
  filename || `part-${index + 1}`;

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
