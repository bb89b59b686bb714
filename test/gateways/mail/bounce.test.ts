import { describe, expect, test } from 'vitest';
import { readBounce } from '../../../gateways/mail/bounce.ts';
import { deliveryReport, mail } from '../../support/servers/bounced-mail.ts';

const verdictOf = async (raw: Buffer, sender = '') => (await readBounce(raw, sender)).verdict;

describe('a failed delivery', () => {
  test.each([
    ['no such mailbox', '5.1.1', 'smtp; 550 5.1.1 <x@y>: user unknown', 'undelivered'],
    ['no such domain', '5.1.2', 'x-unix; bad host', 'undelivered'],
    ['no way to the domain', '5.4.4', '', 'undelivered'],
    ['the mailbox is closed', '5.2.1', 'smtp; 550 5.2.1 disabled', 'undelivered'],
    ['nothing but the reply says so', '5.0.0', 'smtp; 550 Mailbox not found', 'undelivered'],
    ['the status is missing', '', 'smtp; 550 User not found', 'undelivered'],
    ['nothing at all is said', '5.0.0', '', 'undelivered'],
    [
      'a system’s word for a mailbox',
      '5.5.0',
      'smtp; 550 5.5.0 mailbox unavailable',
      'undelivered',
    ],
    ['a big provider’s', '5.4.1', 'smtp; 550 5.4.1 Recipient address rejected', 'undelivered'],
    ['the mailbox is full', '5.2.2', 'smtp; 552 5.2.2 over quota', 'not now'],
    ['the mailbox is full, said by its reply alone', '5.0.0', 'smtp; 552 quota', 'not now'],
    ['the mail is too large', '5.3.4', 'smtp; 552 5.3.4 too big', 'not now'],
    ['policy', '5.7.1', 'smtp; 550 5.7.1 blocked', 'not now'],
    ['taken for spam', '5.0.0', 'smtp; 554 DT:SPM 163 smtp5', 'not now'],
    ['our address was not liked', '5.1.8', 'smtp; 553 5.1.8 sender rejected', 'not now'],
    ['given up after days', '4.4.1', 'smtp; 451 4.4.1 no answer', 'not now'],
    ['given up after days, said as permanent', '5.4.7', '', 'not now'],
    ['no status and no reply', '', '', 'not now'],
  ])('%s', async (_, status, diagnostic, verdict) => {
    expect(await verdictOf(deliveryReport({ status, diagnostic }))).toBe(verdict);
  });
});

test('the codes are kept, the words and addresses are not', async () => {
  const diagnostic = 'smtp; 550 5.1.1 <secret@guzhen.example.org>: user\r\n unknown';
  const bounce = await readBounce(deliveryReport({ diagnostic }), '');
  expect(bounce).toEqual({
    isFinal: true,
    verdict: 'undelivered',
    code: '5.1.1 550',
    at: new Date('2018-07-12T01:05:00Z'),
  });
});

test.each([
  [['failed', 'failed'], 'undelivered'],
  [['failed', 'delayed'], 'not now'],
  [['failed', 'relayed'], 'not now'],
  [['delayed'], 'not now'],
  [['delivered'], 'none'],
  [['expanded', 'relayed'], 'none'],
  [[], 'unclear'],
])('recipients behind a list: %j is "%s"', async (actions, verdict) => {
  const raw = deliveryReport(...actions.map((action) => ({ action, status: '5.1.1' })));
  expect(await verdictOf(raw)).toBe(verdict);
});

test('actions and field names may be in any case, and followed by a comment', async () => {
  const raw = deliveryReport({ action: 'FAILED (after 3 tries)' }).toString();
  const odd = raw.replace('Action:', 'ACTION :').replace('Status:', 'status:');
  expect(await verdictOf(Buffer.from(odd))).toBe('undelivered');
});

test('a report on an address that is not ASCII counts too', async () => {
  const raw = deliveryReport({})
    .toString()
    .replace('/delivery-status\r', '/global-delivery-status\r');
  expect(await verdictOf(Buffer.from(raw))).toBe('undelivered');
});

describe('without a delivery report', () => {
  const words = ['抱歉，您的邮件被退回。'];
  test('a server’s free text is unclear', async () => {
    expect(await verdictOf(mail([], words))).toBe('unclear');
  });

  test.each([
    ['an out-of-office answer', ['Auto-Submitted: auto-replied'], ''],
    ['an answer of the old kind', ['X-Autoreply: yes'], ''],
    ['one that only says so in passing', ['Precedence: auto_reply'], ''],
    ['a person', [], 'liaison@guzhen.example.org'],
  ])('%s is not a bounce', async (_, headers, sender) => {
    expect(await verdictOf(mail(headers, words), sender)).toBe('none');
  });

  test('a read receipt is not a bounce', async () => {
    const raw = mail(
      ['Content-Type: multipart/report; report-type=disposition-notification; boundary="=_r"'],
      [
        '--=_r',
        'Content-Type: text/plain',
        '',
        'read',
        '--=_r',
        'Content-Type: message/disposition-notification',
        '',
        'Disposition: manual-action/MDN-sent-manually; displayed',
        '',
        '--=_r--',
      ],
    );
    expect(await verdictOf(raw)).toBe('none');
  });

  test('a bounce that a person forwards as an attachment is not a bounce', async () => {
    const inner = deliveryReport({}).toString();
    const raw = mail(
      ['Content-Type: multipart/mixed; boundary="=_f"'],
      [
        '--=_f',
        'Content-Type: text/plain',
        '',
        'see',
        '--=_f',
        'Content-Type: message/rfc822',
        '',
        inner,
        '--=_f--',
      ],
    );
    expect(await verdictOf(raw, 'liaison@guzhen.example.org')).toBe('none');
  });
});

test('bytes that are not a mail are unclear', async () => {
  expect(await verdictOf(Buffer.from([0, 255, 13, 10, 13, 10, 200]))).toBe('unclear');
  expect(await verdictOf(Buffer.alloc(0))).toBe('unclear');
});
