/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { Hono } from 'hono';
import { maskMobile } from '../domain/people/masked.ts';
import { Layout, shownTime } from './layout.tsx';
import type { MailStore, MailSummary } from './mail.tsx';
import type { KeptSms, SmsStore } from './sms.tsx';
import { type Language, languageOf, linkTo, type Words, wordsIn } from './words.ts';

type Line = {
  readonly kind: 'mail' | 'sms';
  readonly path: string;
  /** When it was sent, in the sender's time. */
  readonly time: string;
  readonly receivedAt: string;
  readonly to: string;
  readonly from: string;
  readonly says: string;
  readonly attachments: readonly string[];
  readonly repeated: number;
};
type Props = {
  language: Language;
  to: string;
  page: number;
  pages: number;
  total: number;
  lines: readonly Line[];
};

const PAGE_SIZE = 100;

/** The list of all mails and SMS, newest first, as a page and as JSON. */
export function listRoutes({ mails, sms }: { mails: MailStore; sms: SmsStore }): Hono {
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
  to: maskMobile(sms.to),
  from: '',
  says: sms.text,
  attachments: [],
  repeated: sms.repeated.length,
});

function ListPage(props: Props) {
  const { language, to, lines, total } = props;
  const words = wordsIn(language);
  return (
    <Layout language={language} title={`${words.all}（${total}）`} here="/">
      <form class="filter" method="get" action="/">
        {language === 'en' && <input type="hidden" name="lang" value="en" />}
        <label for="to">{words.filter}</label>
        <input id="to" name="to" value={to} placeholder={words.filterHint} />
        <button type="submit">{words.search}</button>
        {to && <a href={linkTo('/', language)}>{words.reset}</a>}
      </form>
      {lines.length === 0 ? <p>{to ? words.noneFor : words.none}</p> : <Lines {...props} />}
      <Pages {...props} />
    </Layout>
  );
}

function Lines({ language, lines }: Props) {
  const words = wordsIn(language);
  return (
    <table class="list">
      <thead>
        <tr>
          <th scope="col">{words.time}</th>
          <th scope="col">{words.kind}</th>
          <th scope="col">{words.to}</th>
          <th scope="col">{words.subject}</th>
          <th scope="col">{words.from}</th>
          <th scope="col">{words.attachments}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row line={line} language={language} words={words} />
        ))}
      </tbody>
    </table>
  );
}

const Row = ({ line, language, words }: { line: Line; language: Language; words: Words }) => (
  <tr>
    <td class="time">{shownTime(line.time)}</td>
    <td class="kind">{words[line.kind]}</td>
    <td class="to">{line.to}</td>
    <td class="says">
      <a href={linkTo(line.path, language)}>{line.says || '—'}</a>
      {line.repeated > 0 && <span class="mark">{`${words.repeated} ×${line.repeated}`}</span>}
    </td>
    <td class="from">{line.from}</td>
    <td class="files">{line.attachments.join('、')}</td>
  </tr>
);

function Pages({ language, to, page, pages }: Props) {
  if (pages === 1) return null;
  const words = wordsIn(language);
  const link = (number: number) => linkTo('/', language, { to, page: String(number) });
  return (
    <p class="pages">
      {page > 1 && <a href={link(page - 1)}>{words.newer}</a>} {`${page} / ${pages}`}{' '}
      {page < pages && <a href={link(page + 1)}>{words.older}</a>}
    </p>
  );
}
