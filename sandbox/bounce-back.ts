/** Bounces: after taking a mail, the sandbox sends a delivery report (RFC 3464) to the envelope's sender. */
import { createTransport } from 'nodemailer';

type Returned = { readonly from: string; readonly to: readonly string[]; readonly raw: Buffer };

export type BounceBack = {
  /** Returns at once; the report is sent later, as a mail server does. */
  report(mail: Returned): void;
  close(): void;
};

/** Before each attempt: a mail server tries again when the other side cannot take a mail now. */
const WAITS_MS = [1_000, 2_000, 5_000, 10_000, 20_000, 60_000];

/** @param port the port on this machine that takes bounces; null to send none */
export function createBounceBack(
  port: number | null,
  waitsMs: readonly number[] = WAITS_MS,
): BounceBack {
  const waiting = new Set<NodeJS.Timeout>();
  const transport =
    port === null ? null : createTransport({ host: '127.0.0.1', port, ignoreTLS: true });

  const later = (to: string, raw: string, nth: number) => {
    const wait = waitsMs[nth];
    if (wait === undefined || transport === null) return;
    const timer = setTimeout(() => {
      waiting.delete(timer);
      transport.sendMail({ envelope: { from: '', to: [to] }, raw }).catch((error) => {
        // 5xx: the address does not take bounces, so there is no further attempt.
        if (((error as { responseCode?: number }).responseCode ?? 0) < 500) later(to, raw, nth + 1);
      });
    }, wait);
    waiting.add(timer);
  };

  return {
    report(mail) {
      if (mail.from !== '') later(mail.from, reportOn(mail), 0);
    },
    close() {
      for (const timer of waiting) clearTimeout(timer);
      transport?.close();
    },
  };
}

function reportOn({ from, to, raw }: Returned): string {
  const boundary = '=_sandbox';
  const recipient = to[0] ?? '';
  const headers = raw.toString('latin1').split('\r\n\r\n')[0] ?? '';
  return [
    'From: Mail Delivery System <mailer-daemon@sandbox.example>',
    `To: <${from}>`,
    'Subject: Undelivered Mail Returned to Sender',
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('演示沙箱：按要求退回这封邮件，没有这个邮箱。').toString('base64'),
    '',
    `--${boundary}`,
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; sandbox.example',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 no such mailbox (sandbox)',
    '',
    `--${boundary}`,
    'Content-Type: text/rfc822-headers',
    '',
    headers,
    '',
    `--${boundary}--`,
    '',
  ].join('\r\n');
}
