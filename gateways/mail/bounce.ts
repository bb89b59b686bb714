/**
 * A mail that came back: the delivery report of RFC 3464 in it, judged. Everything in it but the address it was sent to
 * was written by others, so it is read for codes only, never for words or addresses.
 */
import { type ParsedMail, simpleParser } from 'mailparser';
import { hardStatus } from '../bounce-status.ts';

/**
 * - `undelivered`  no such mailbox, or none that takes mail: the address is no good
 * - `not now`      full, refused for its content or sender, or still being tried
 * - `unclear`      a server wrote back, and not in a form that can be read
 * - `none`         no bounce at all: an automatic answer, a receipt, a person's mail
 */
export type Bounce = {
  readonly verdict: 'undelivered' | 'not now' | 'unclear' | 'none';
  /** This mail reached nobody and is not tried any more, whatever that says of the address. */
  readonly isFinal: boolean;
  /** Enhanced status, with the server's reply code where it says one: `5.1.1 550`. */
  readonly code: string | null;
  readonly at: Date | null;
};

/** @param sender of the envelope; empty for what servers write themselves */
export async function readBounce(raw: Buffer, sender: string): Promise<Bounce> {
  const mail = await simpleParser(raw, { keepDeliveryStatus: true });
  const at = mail.date ?? null;
  const report = mail.attachments.find(({ contentType }) => isStatus(contentType));
  if (report) return judged(recipientsIn(report.content.toString('utf8')), at);
  // A delivery report calls itself auto-replied too, so this comes second.
  const isServers = sender === '' && !isAnswer(mail);
  return { verdict: isServers ? 'unclear' : 'none', isFinal: false, code: null, at };
}

/** RFC 6533 has a name of its own for reports on addresses that are not ASCII. */
const isStatus = (type: string): boolean =>
  type === 'message/delivery-status' || type === 'message/global-delivery-status';

type RecipientStatus = {
  readonly action: string;
  readonly status: string;
  readonly reply: string;
};

/**
 * Our mails have one recipient; a mailing list behind it may report several. Only when it reached nobody at all the
 * address is no good.
 */
function judged(recipients: readonly RecipientStatus[], at: Date | null): Bounce {
  const failed = recipients.filter(({ action }) => action === 'failed');
  const [worst = recipients[0]] = failed.toSorted((a, b) => Number(isHard(b)) - Number(isHard(a)));
  if (worst === undefined) return { verdict: 'unclear', isFinal: false, code: null, at };
  const code = [worst.status, worst.reply].filter((part) => part !== '').join(' ') || null;
  const isFinal = recipients.every(({ action }) => action === 'failed');
  if (isFinal && recipients.every(isHard)) return { verdict: 'undelivered', isFinal, code, at };
  const isStillOpen = recipients.some(({ action }) => action === 'failed' || action === 'delayed');
  return { verdict: isStillOpen ? 'not now' : 'none', isFinal, code, at };
}

const isHard = ({ status, reply }: RecipientStatus): boolean => hardStatus(status, reply);

/** 2.1: fields about the message, then, each after an empty line, those about one recipient. */
function recipientsIn(report: string): RecipientStatus[] {
  const groups = report.replaceAll('\r\n', '\n').split(/\n[ \t]*\n/);
  return groups.map(fieldsOf).flatMap((fields) => {
    const action = (fields.get('action') ?? '').toLowerCase();
    if (action === '') return [];
    const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '')?.[0] ?? '';
    const reply = /^smtp;\s*([245]\d\d)\b/i.exec(fields.get('diagnostic-code') ?? '')?.[1] ?? '';
    return [{ action: action.split(/[\s(]/)[0] ?? '', status, reply }];
  });
}

function fieldsOf(group: string): Map<string, string> {
  const lines = group.replace(/\n[ \t]+/g, ' ').split('\n');
  return new Map(
    lines.flatMap((line) => {
      const colon = line.indexOf(':');
      return colon < 1
        ? []
        : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
    }),
  );
}

/** Out of office and the like (RFC 3834, and what was used before it), receipts of reading, and lists. */
function isAnswer(mail: ParsedMail): boolean {
  const header = (name: string) => {
    const value = mail.headers.get(name);
    return typeof value === 'string' ? value.toLowerCase() : '';
  };
  if (/^auto-(replied|generated|notified)/.test(header('auto-submitted'))) return true;
  if (['x-autoreply', 'x-autorespond', 'x-autoresponder'].some((name) => mail.headers.has(name))) {
    return true;
  }
  if (/^(auto_reply|list|bulk)/.test(header('precedence'))) return true;
  return mail.attachments.some(({ contentType }) =>
    contentType.endsWith('disposition-notification'),
  );
}
