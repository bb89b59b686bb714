import type { SendMailOptions } from 'nodemailer';
import { type MailMessage, reference } from '../gateway.ts';
import { type BounceMailbox, bounceAddress } from './bounce-address.ts';

/** The sender of all mails; its address must belong to the domain that the mail server sends for (SPF, DKIM). */
export type MailSender = {
  readonly name: string;
  readonly address: string;
  /** A mailbox that somebody reads, when that is not `address`. */
  readonly replyTo?: string;
  /** The mailbox for bounces, with one address for each message; without it bounces go to `address`. */
  readonly bounces?: BounceMailbox;
};

/**
 * One message as nodemailer wants it. Everything that identifies it is made from its key, so that every attempt makes the
 * same mail and a mail client that gets it twice can show it once.
 */
export function mailContent(message: MailMessage, sender: MailSender): SendMailOptions {
  const domain = sender.address.slice(sender.address.lastIndexOf('@') + 1);
  return {
    from: { name: sender.name, address: sender.address },
    replyTo: { name: sender.name, address: sender.replyTo ?? sender.address },
    to: { name: message.to.name, address: message.to.address },
    envelope: {
      from: sender.bounces ? bounceAddress(message.key, sender.bounces) : sender.address,
      to: message.to.address,
    },
    subject: message.subject,
    messageId: `<${reference(message.key)}@${domain}>`,
    ...(message.date && { date: message.date }),
    ...conversation(message.threads ?? [], domain),
    headers: {
      // Asks for no out-of-office answers (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      'X-Cuibao-Key': reference(message.key),
    },
    text: message.text,
    html: htmlOf(message.text),
    attachments: message.attachments.map(({ filename, contentType, content }) => ({
      filename,
      contentType,
      content,
      contentDisposition: 'attachment' as const,
    })),
    ...(message.calendar && { icalEvent: message.calendar }),
    // All content is given as bytes, so nodemailer never needs to read a path or URL.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Mail clients group mails with the same root, although no mail with that id was sent (RFC 5322 3.6.4). */
function conversation(threads: readonly string[], domain: string) {
  const roots = threads.map((thread) => `<thread-${reference(thread)}@${domain}>`);
  return roots[0] === undefined ? {} : { inReplyTo: roots[0], references: roots };
}

/**
 * The HTML alternative of a plain text: the same words in paragraphs, with links. No images, no style sheet, nothing that
 * is fetched or tracked, so that spam filters let it pass.
 */
export const htmlOf = (text: string): string =>
  `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"></head><body style="${BODY_STYLE}">` +
  `${paragraphsOf(text).map(paragraph).join('')}</body></html>`;

const BODY_STYLE =
  "max-width:42em;font:16px/1.75 'PingFang SC','Microsoft YaHei',sans-serif;color:#1a1a1a";

const paragraphsOf = (text: string): string[] =>
  text
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .map((part) => part.replace(/^\n+|\n+$/g, ''))
    .filter((part) => part !== '');

const paragraph = (part: string): string =>
  `<p style="margin:0 0 1em">${linked(part).replaceAll('\n', '<br>\n')}</p>`;

/** Only the characters that RFC 3986 allows in a URL: full-width punctuation ends it. */
const ADDRESS = /(https?:\/\/[\w.~:/?#[\]@!$&'()*+;=%-]+)/;

/** Splitting by a pattern with one group makes every second piece a URL. */
const linked = (text: string): string =>
  text
    .split(ADDRESS)
    .map(escaped)
    .map((piece, index) => (index % 2 === 1 ? `<a href="${piece}">${piece}</a>` : piece))
    .join('');

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
