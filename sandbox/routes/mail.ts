import { type Context, Hono } from 'hono';
import type { Deps } from '../deps.ts';
import { MailPage } from '../mail-page.tsx';
import { filesIn, type KeptMail, nameOf } from '../mail-store.ts';
import { NotFoundPage } from '../pages/not-found-page.tsx';
import { languageOf } from '../words.ts';

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
