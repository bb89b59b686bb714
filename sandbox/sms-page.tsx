/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { Hono } from 'hono';
import type { Deps } from './deps.ts';
import { Layout, maskedNumber, NotFoundPage, shownTime } from './layout.tsx';
import { IncomingSms, type KeptSms } from './sms.ts';
import { type Language, languageOf, wordsIn } from './words.ts';

function SmsPage({ sms, language }: { sms: KeptSms; language: Language }) {
  const words = wordsIn(language);
  const title = `${words.sms} → ${maskedNumber(sms.to)}`;
  return (
    <Layout language={language} title={title} here={`/sms/${sms.seq}`}>
      <dl>
        <dt>{words.time}</dt>
        <dd>{shownTime(sms.date || sms.receivedAt)}</dd>
        <dt>{words.received}</dt>
        <dd>{shownTime(sms.receivedAt)}</dd>
        <dt>{words.providerId}</dt>
        <dd>{sms.id}</dd>
        <dt>{words.reference}</dt>
        <dd class="long">{sms.key}</dd>
        {sms.repeated.length > 0 && (
          <>
            <dt>{words.repeated}</dt>
            <dd>{sms.repeated.map(shownTime).join('、')}</dd>
          </>
        )}
      </dl>
      <h2>{words.text}</h2>
      <pre class="letter">{sms.text}</pre>
      <p>{`${Array.from(sms.text).length} ${words.characters}`}</p>
    </Layout>
  );
}

const SMS_MODES = ['sms-refuse', 'sms-error', 'sms-hang', 'sms-undelivered'] as const;

/** An SMS provider's interface (`POST /sms`), and the page of one SMS. */
export function smsRoutes({
  sms,
  failures,
  receipts,
}: Pick<Deps, 'sms' | 'failures' | 'receipts'>): Hono {
  const routes = new Hono();

  routes.post('/sms', async (c) => {
    const incoming = IncomingSms.safeParse(await c.req.json().catch(() => undefined));
    if (!incoming.success) return c.json({ code: 'INVALID', message: 'to, text, key' }, 400);
    const misfortune = failures.spend(incoming.data.to, SMS_MODES);
    switch (misfortune) {
      case 'sms-refuse':
        return c.json({ code: 'REFUSED' }, 400);
      case 'sms-error':
        return c.json({ code: 'ERROR' }, 500);
      case 'sms-hang':
        return new Promise<Response>(() => undefined);
      case 'sms-undelivered':
      case undefined: {
        const kept = await sms.keep(incoming.data);
        const outcome = misfortune === undefined ? 'delivered' : 'undelivered';
        // The same SMS once more is not delivered again, and so nothing is said of it.
        if (kept.repeated.length === 0) receipts.push({ key: kept.key, id: kept.id, outcome });
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
