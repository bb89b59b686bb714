import { Hono } from 'hono';
import type { Deps } from '../deps.ts';
import { type Line, ListPage } from '../list-page.tsx';
import type { MailSummary } from '../mail-store.ts';
import { maskedNumber } from '../shown.ts';
import type { KeptSms } from '../sms.ts';
import { languageOf } from '../words.ts';

const PAGE_SIZE = 100;

export function listRoutes({ mails, sms }: Pick<Deps, 'mails' | 'sms'>): Hono {
  const routes = new Hono();

  routes.get('/', async (c) => {
    const to = c.req.query('to') ?? '';
    const lines = [...(await mails.list(to)).map(mailLine), ...sms.list(to).map(smsLine)];
    lines.sort((a, b) => b.receivedAt.localeCompare(a.receivedAt));
    const pages = Math.max(1, Math.ceil(lines.length / PAGE_SIZE));
    const page = Math.min(pages, Math.max(1, Number.parseInt(c.req.query('page') ?? '1', 10) || 1));
    return c.html(
      ListPage({
        language: languageOf(c.req.query('lang')),
        to,
        page,
        pages,
        total: lines.length,
        lines: lines.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
      }),
    );
  });

  routes.get('/api/mails', async (c) => c.json(await mails.list(c.req.query('to'))));
  routes.get('/api/sms', (c) => c.json(sms.list(c.req.query('to'))));
  return routes;
}

const mailLine = (mail: MailSummary): Line => ({
  kind: 'mail',
  path: `/mail/${mail.seq}`,
  time: mail.date || mail.receivedAt,
  receivedAt: mail.receivedAt,
  to: mail.toShown,
  from: mail.from.replace(/ <.*$/, ''),
  says: mail.subject,
  attachments: mail.attachments,
  repeated: 0,
});

const smsLine = (sms: KeptSms): Line => ({
  kind: 'sms',
  path: `/sms/${sms.seq}`,
  time: sms.date || sms.receivedAt,
  receivedAt: sms.receivedAt,
  to: maskedNumber(sms.to),
  from: '',
  says: sms.text,
  attachments: [],
  repeated: sms.repeated.length,
});
