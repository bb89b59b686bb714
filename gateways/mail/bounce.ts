/** Reads one bounce and records it, for the SMTP server (bounce-door.ts) and for a file. */

import { type ParsedMail, simpleParser } from 'mailparser';
import type { DeliveryReceipt } from '../../domain/delivery/delivery-receipt.ts';

/** The message that a bounce is about. */
type BouncedMessage = {
  readonly key: string;
  readonly reference: string;
  readonly providerId: string | null;
};

type BounceNote = {
  /** The message's key. */
  readonly message: string;
  readonly verdict: 'not now' | 'unclear';
  readonly code: string | null;
};

/** How a bounce is recorded (store/write/receipts.ts). */
export type BounceRecord = {
  /** By the beginning of a message's reference; null when no such message is recorded, as for sign-in codes. */
  find(beginning: string): Promise<BouncedMessage | null>;
  /** Resolves when the receipt and the mark of the address are recorded. */
  take(receipt: DeliveryReceipt, verdict: 'undelivered' | 'not now'): Promise<void>;
  /** Records a bounce that changes no delivery, for people to see. */
  note(bounce: BounceNote): Promise<void>;
};

export type Taken = 'undelivered' | 'not now' | 'unclear' | 'none' | 'unknown message';

/** @param beginning of the reference, from a signed address */
export async function takeBounce(
  record: BounceRecord,
  beginning: string,
  mail: { readonly raw: Buffer; readonly sender: string },
): Promise<Taken> {
  const { verdict, isFinal, code, at } = await readBounce(mail.raw, mail.sender);
  if (verdict === 'none') return 'none';
  const message = await record.find(beginning);
  if (message === null) return 'unknown message';
  const { key, reference, providerId } = message;
  if (isFinal && verdict !== 'unclear') {
    // Also when the mailbox is full: the address works, but nobody gets this mail.
    const receipt = {
      channel: 'email',
      key: reference,
      providerId,
      outcome: 'undelivered',
    } as const;
    await record.take({ ...receipt, code, at }, verdict);
    return verdict;
  }
  const noted = verdict === 'undelivered' ? 'not now' : verdict;
  await record.note({ message: key, verdict: noted, code });
  return noted;
}

/**
 * - `undelivered`  no such mailbox, or it takes no mail: the address does not work
 * - `not now`      full, refused for its content or sender, or still being tried
 * - `unclear`      a server's mail without a readable delivery report
 * - `none`         not a bounce: an automatic answer, a read receipt, a person's mail
 */
type Bounce = {
  readonly verdict: 'undelivered' | 'not now' | 'unclear' | 'none';
  /** This mail was not delivered and is not tried again; says nothing about the address. */
  readonly isFinal: boolean;
  /** Enhanced status, and the server's reply code if there is one: `5.1.1 550`. */
  readonly code: string | null;
  readonly at: Date | null;
};

/**
 * Judges a mail by the delivery report of RFC 3464 in it. Everything but the signed recipient was written by others, so
 * it is read for codes only, never for words or addresses.
 * @param sender of the envelope; empty for mails that servers write themselves
 */
export async function readBounce(raw: Buffer, sender: string): Promise<Bounce> {
  const mail = await simpleParser(raw, { keepDeliveryStatus: true });
  const at = mail.date ?? null;
  const report = mail.attachments.find(({ contentType }) => isStatus(contentType));
  if (report) return judged(recipientsIn(report.content.toString('utf8')), at);
  // Delivery reports call themselves auto-replied too, so automatic answers are checked second.
  const isFromServer = sender === '' && !isAnswer(mail);
  return { verdict: isFromServer ? 'unclear' : 'none', isFinal: false, code: null, at };
}

/** RFC 6533 has a second type, for addresses that are not ASCII. */
const isStatus = (type: string): boolean =>
  type === 'message/delivery-status' || type === 'message/global-delivery-status';

type RecipientStatus = {
  readonly action: string;
  readonly status: string;
  readonly reply: string;
};

/**
 * Our mails have one recipient, but a mailing list behind it may report several. The address counts as broken only when
 * the mail reached none of them.
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

/** RFC 3464 2.1: a group of fields about the message, then one group for each recipient, separated by empty lines. */
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

/** Out-of-office answers (RFC 3834 and older headers), read receipts, and mail of mailing lists. */
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

/**
 * Whether a failure means that the address does not work (RFC 3463; docs/decisions/0022). Failures that are about this
 * mail, about us, or about a mailbox that will take mail again do not count against the address.
 */
function hardStatus(status: string, reply: string): boolean {
  // Some servers put 5.0.0 beside a more precise reply.
  const precise = status === '5.0.0' || status === '' ? (OF_REPLY[reply] ?? status) : status;
  const [kind, subject = '', detail = ''] = precise.split('.');
  if (kind !== '5') return false;
  const noMailbox = reply === '550';
  switch (subject) {
    // 5.1.7 and 5.1.8 are about our own address.
    case '1':
      return !['7', '8'].includes(detail);
    // Full, or this mail is too long for it.
    case '2':
      return !['2', '3'].includes(detail);
    // About systems and protocols; some servers use it for a mailbox, together with 550.
    case '3':
    case '5':
      return noMailbox;
    // 5.4.4: the domain does not exist. 5.4.1 with 550: one big provider's answer for a mailbox that does not exist.
    // The others report days of trying, or loops.
    case '4':
      return detail === '4' || (detail === '1' && noMailbox);
    // Content and policy: spam filters, blocked senders, closed lists.
    case '6':
    case '7':
      return false;
    default:
      return true;
  }
}

/** The status that a reply code stands for when there is no better one (RFC 5321 4.2.3). */
const OF_REPLY: Readonly<Record<string, string>> = {
  '550': '5.1.1',
  '551': '5.1.6',
  '552': '5.2.2',
  '553': '5.1.3',
  // Mostly content and reputation: says nothing about the mailbox.
  '554': '5.7.1',
};
