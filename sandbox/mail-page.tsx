/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { type Context, Hono } from 'hono';
import type { Deps } from './deps.ts';
import { Layout, NotFoundPage, shownTime } from './layout.tsx';
import { filesIn, type KeptMail, nameOf } from './mail-store.ts';
import { type Language, languageOf, wordsIn } from './words.ts';

type Props = KeptMail & { language: Language };

function MailPage(props: Props) {
  const { summary, parsed, language } = props;
  const words = wordsIn(language);
  const path = `/mail/${summary.seq}`;
  return (
    <Layout language={language} title={summary.subject || '—'} here={path}>
      <dl>
        <dt>{words.from}</dt>
        <dd>{summary.from}</dd>
        <dt>{words.to}</dt>
        <dd>{summary.toShown}</dd>
        <dt>{words.time}</dt>
        <dd>{shownTime(summary.date)}</dd>
        <dt>{words.received}</dt>
        <dd>{shownTime(summary.receivedAt)}</dd>
        <Files {...props} />
      </dl>
      <h2>{words.text}</h2>
      <pre class="letter">{parsed.text}</pre>
      <p class="more">
        {parsed.html && <a href={`${path}/html`}>{words.html}</a>}{' '}
        <a href={`${path}/raw`}>{words.raw}</a>
      </p>
      <details>
        <summary>{words.headers}</summary>
        <pre>{parsed.headerLines.map(({ line }) => line).join('\n')}</pre>
      </details>
    </Layout>
  );
}

function Files({ summary, parsed, language }: Props) {
  const files = filesIn(parsed);
  if (files.length === 0) return null;
  return (
    <>
      <dt>{wordsIn(language).attachments}</dt>
      <dd>
        <ul>
          {files.map((file, index) => (
            <li>
              <a href={`/mail/${summary.seq}/attachment/${index}`}>{nameOf(file, index)}</a>{' '}
              <small>{sizeOf(file.size)}</small>
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}

const sizeOf = (bytes: number): string =>
  bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} KB`;

export function mailRoutes({ mails }: Pick<Deps, 'mails'>): Hono {
  const routes = new Hono();
  const notFound = (c: Context) =>
    c.html(NotFoundPage({ language: languageOf(c.req.query('lang')) }), 404);

  routes.get('/mail/:seq{\\d+}', async (c) => {
    const kept = await mails.find(Number(c.req.param('seq')));
    return kept
      ? c.html(MailPage({ ...kept, language: languageOf(c.req.query('lang')) }))
      : notFound(c);
  });

  routes.get('/mail/:seq{\\d+}/raw', async (c) => {
    const kept = await mails.find(Number(c.req.param('seq')));
    if (!kept) return notFound(c);
    return c.body(bytes(kept.raw), 200, { 'Content-Type': 'text/plain; charset=utf-8' });
  });

  routes.get('/mail/:seq{\\d+}/html', async (c) => {
    const kept = await mails.find(Number(c.req.param('seq')));
    if (!kept?.parsed.html) return notFound(c);
    return c.html(kept.parsed.html);
  });

  routes.get('/mail/:seq{\\d+}/attachment/:index{\\d+}', async (c) => {
    const kept = await mails.find(Number(c.req.param('seq')));
    const file = kept && attachmentAt(kept, Number(c.req.param('index')));
    if (!file) return notFound(c);
    return c.body(bytes(file.content), 200, {
      // Never shown in the browser, whatever the mail says it is.
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename*=UTF-8''${encoded(file.name)}`,
    });
  });
  return routes;
}

function attachmentAt({ parsed }: KeptMail, index: number) {
  const found = filesIn(parsed)[index];
  return found && { name: nameOf(found, index), content: found.content };
}

const bytes = (buffer: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(buffer);

/** RFC 8187: what encodeURIComponent leaves alone but the header does not allow. */
const encoded = (name: string): string =>
  encodeURIComponent(name.replace(/[/\\]/g, '_')).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
