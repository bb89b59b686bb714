import { Hono } from 'hono';
import type { Deps } from '../deps.ts';
import { NotFoundPage } from '../pages/not-found-page.tsx';
import { SmsPage } from '../pages/sms-page.tsx';
import { IncomingSms } from '../sms-store.ts';
import { languageOf } from '../words.ts';

/** An SMS provider's interface (`POST /sms`), and the page of one SMS. */
export function smsRoutes({ sms, failures }: Pick<Deps, 'sms' | 'failures'>): Hono {
  const routes = new Hono();

  routes.post('/sms', async (c) => {
    const incoming = IncomingSms.safeParse(await c.req.json().catch(() => undefined));
    if (!incoming.success) return c.json({ code: 'INVALID', message: 'to, text, key' }, 400);
    switch (failures.spend(incoming.data.to, ['sms-refuse', 'sms-error', 'sms-hang'])) {
      case 'sms-refuse':
        return c.json({ code: 'REFUSED' }, 400);
      case 'sms-error':
        return c.json({ code: 'ERROR' }, 500);
      case 'sms-hang':
        return new Promise<Response>(() => undefined);
      case undefined: {
        const kept = await sms.keep(incoming.data);
        return c.json({ code: 0, id: kept.id, repeated: kept.repeated.length > 0 });
      }
    }
  });

  routes.get('/sms/:seq{\\d+}', (c) => {
    const language = languageOf(c.req.query('lang'));
    const kept = sms.find(Number(c.req.param('seq')));
    return kept
      ? c.html(SmsPage({ sms: kept, language }))
      : c.html(NotFoundPage({ language }), 404);
  });
  return routes;
}
