/** The addresses of all pages by role, over a round in which each has something to show. */
import { createHash } from 'node:crypto';
import { createAskContacts } from '../../../activities/round/ask-contacts.ts';
import { day } from '../../../domain/time/time.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';
import { applyCommand } from '../../../store/write/commands.ts';
import { addLeave } from '../../../store/write/contacts.ts';
import { NOW, reportOfTown, type Web } from '../../support/pages/web-app.ts';
import { ROUND, WINTER } from '../../support/people/cast.ts';
import { addressOf } from '../../support/people/contacts.ts';
import { createAdministrator } from '../../support/people/signed-in.ts';
import { onYear } from '../../support/record/commands.ts';
import { failedNotice, heldLetter } from '../../support/record/messages.ts';
import { at } from '../../support/time/dates.ts';

export const LOOKERS = [
  'nobody',
  'liaison',
  'leader',
  'officer',
  'chief',
  'supervisor',
  'administrator',
] as const;
type Looker = (typeof LOOKERS)[number];

export type EveryPage = {
  readonly cookies: Readonly<Record<Looker, string>>;
  readonly paths: Readonly<Record<Looker, readonly string[]>>;
};

const LETTER = {
  title: '关于催报工作进展情况的函',
  addressee: '小榄镇人民政府：',
  paragraphs: ['请于7月20日前报送上半年工作进展情况。'],
  signature: '中山市金融局',
  date: '2018年7月17日',
};
const ID = '00000000-0000-4000-8000-000000000000';

export async function everyPage(web: Web): Promise<EveryPage> {
  const { pool } = web.round.database;
  await fill(web);
  const resent = await failedNotice(pool, `${ROUND}/nanlang`);
  const held = await heldLetter(pool, `${ROUND}/xiaolan`);
  await pool.query('update delivery set content = $2 where key = $1', [held, LETTER]);
  const letter = createHash('sha256').update(held).digest('hex');
  await pool.query(
    `insert into account (plan, role, name, email, added_at, added_by)
     values ($1, 'supervisor', '督查室', 'supervisor@zhongshan.example', now(), 'test')`,
    [shippedPlan.id],
  );
  const message = (await web.html('/2018H1/messages')).match(/\/messages\/[0-9a-f]{64}/)?.[0];
  const administrator = await createAdministrator(pool, NOW);
  const year = await (await web.get('/admin/years/2019', administrator)).text();
  const preview = year
    .match(/\/admin\/years\/2019\/messages\?of=[^"]+/)?.[0]
    ?.replaceAll('&amp;', '&');
  const about = (delivery: string) => `?delivery=${encodeURIComponent(delivery)}`;
  return {
    cookies: {
      nobody: '',
      liaison: await web.cookieOf(addressOf('guzhen', 'liaison')),
      leader: await web.cookieOf(addressOf('guzhen', 'leader')),
      officer: await web.cookieOf(addressOf('jinrongju', 'officer')),
      chief: await web.cookieOf(addressOf('jinrongju', 'chief')),
      supervisor: await web.cookieOf('supervisor@zhongshan.example'),
      administrator,
    },
    paths: {
      nobody: ['/sign-in', `/sign-in/${ID}`, `/sign-in/link/${ID}?code=x`],
      liaison: [
        '/mine',
        '/mine/contacts',
        '/mine/guzhen/leave',

        '/account',
        '/feeds',
        '/2018H1/guzhen',
        '/2018H1/guzhen/report',
        '/2018H1/guzhen/report/signature',
        '/2018H1/guzhen/items/52',
        '/2018H1/guzhen/receipts/1',
        '/2018H1/guzhen/submissions/1',
        '/2018H1/guzhen/acts/ask-extension',
        '/2018H1/guzhen/acts/confirm',
        '/2018H1/guzhen/acts/withdraw',
      ],
      leader: ['/mine', '/2018H1/guzhen', '/2018H1/guzhen/acts/endorse?version=1'],
      officer: [
        '/',
        '/2018H1',
        '/2018H1?show=overdue&sort=name',
        '/2018H2',
        '/2018H1/guzhen',
        '/2018H1/nanlang',
        '/2018H1/nanlang/submissions/compare?from=1&to=2',
        '/2018H1/messages',
        message ?? 'no message',
        '/2018H1/compilations/1',
        '/2018H1/overdue',
        '/2018H1/xiaolan/record',
        `/2018H1/xiaolan/letters/${letter}`,
        '/calendar/2018',
        '/history',
        '/sending',
        '/checks/2018H2',
        '/contacts/guzhen/liaison/1/leave',
        '/contacts/guzhen/deputy/1/leave',
        '/read-out',
        ...[
          'call',
          'extend',
          'note',
          'refuse-extension',
          'remind',
          'waive',
          'withdraw-extension',
        ].map((kind) => `/2018H1/xiaolan/acts/${kind}`),
        ...['accept', 'return'].map((kind) => `/2018H1/nanlang/acts/${kind}?version=2`),
        ...['release', 'dismiss'].map((kind) => `/2018H1/xiaolan/acts/${kind}${about(held)}`),
        `/2018H1/nanlang/acts/resend${about(resent)}`,
        ...['compile', 'pause', 'resume'].map((kind) => `/2018H1/acts/${kind}`),
      ],
      chief: [
        '/history',
        '/2018H1/acts/sign-off?version=1',
        '/2018H1/acts/move-date',
        '/2018H1/acts/reopen',
      ],
      supervisor: ['/overdue', '/2018H1/overdue'],
      administrator: [
        '/admin',
        '/admin/health',
        '/admin/years',
        '/admin/years/2019',
        preview ?? 'no preview',
        '/admin/plan',
        '/admin/contacts',
        '/admin/contacts/guzhen/liaison/1',
        '/admin/failures',
        '/admin/people',
        '/admin/people/sessions',
        '/admin/audit',
        '/2018H1/acts/cancel',
      ],
    },
  };
}

/** Two versions of one unit, a leave, and a contact check. */
async function fill({ round }: Web): Promise<void> {
  const { pool } = round.database;
  for (const minute of ['10:02', '10:03']) {
    await round.act('nanlang', at(`2018-07-17 ${minute}`), {
      kind: 'submit',
      report: reportOfTown(),
    });
  }
  const person = addressee('guzhen');
  await addLeave(pool, shippedPlan.id, {
    id: 'leave',
    unit: 'guzhen',
    role: 'liaison',
    person,
    from: day('2018-07-20'),
    until: day('2018-07-25'),
    substitute: null,
  });
  const year = { year: `${shippedPlan.id}/2019`, receivedAt: NOW };
  await applyCommand(pool, onYear({ kind: 'start-year' }, year));
  const asOf = at('2018-12-17 09:00');
  const asked = WINTER.replace('2017H2', '2018H2');
  await createAskContacts({ pool, offset: 0 }).askContacts({ round: asked, asOf });
}

const addressee = (unit: string): string =>
  shippedPlan.contacts.find((one) => one.unit === unit && one.role === 'liaison')?.name ?? '';
