/** Delivery reports as mail servers write them (RFC 3464). */
type Status = {
  readonly action?: string;
  readonly status?: string;
  readonly diagnostic?: string;
  readonly recipient?: string;
};

export function deliveryReport(...statuses: Status[]): Buffer {
  const groups = statuses.map((of) =>
    [
      `Final-Recipient: rfc822; ${of.recipient ?? 'liaison@guzhen.example.org'}`,
      `Action: ${of.action ?? 'failed'}`,
      ...(of.status === '' ? [] : [`Status: ${of.status ?? '5.1.1'}`]),
      ...(of.diagnostic ? [`Diagnostic-Code: ${of.diagnostic}`] : []),
      '',
    ].join('\r\n'),
  );
  return mail(
    [
      'Content-Type: multipart/report; report-type=delivery-status; boundary="=_r"',
      'Auto-Submitted: auto-replied',
    ],
    [
      '--=_r',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Your mail could not be delivered.',
      '',
      '--=_r',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example.org',
      'Arrival-Date: Thu, 12 Jul 2018 09:00:00 +0800',
      '',
      groups.join('\r\n'),
      '--=_r',
      'Content-Type: text/rfc822-headers',
      '',
      'Subject: =?UTF-8?B?5o+Q6YaS?=',
      'From: cuibao@finance.example.org',
      '',
      '--=_r--',
    ],
  );
}

export const mail = (headers: readonly string[], body: readonly string[]): Buffer =>
  Buffer.from(
    [
      'From: Mail Delivery System <MAILER-DAEMON@mx.example.org>',
      'To: bounce@finance.example.org',
      'Subject: Undelivered Mail Returned to Sender',
      'Date: Thu, 12 Jul 2018 09:05:00 +0800',
      'MIME-Version: 1.0',
      ...headers,
      '',
      ...body,
      '',
    ].join('\r\n'),
  );
