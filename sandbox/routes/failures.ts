import { Hono } from 'hono';
import type { Deps } from '../deps.ts';
import { MODES, Order } from '../failures.ts';
import { FailuresPage } from '../failures-page.tsx';
import { languageOf, linkTo } from '../words.ts';

/** Ordering failures: a form for people, JSON for programs. */
export function failureRoutes({ failures }: Pick<Deps, 'failures'>): Hono {
  const routes = new Hono();

  routes.get('/fail', (c) =>
    c.html(FailuresPage({ language: languageOf(c.req.query('lang')), orders: failures.list() })),
  );

  routes.post('/fail', async (c) => {
    const isForm = /form/.test(c.req.header('content-type') ?? '');
    const body = await (isForm ? c.req.parseBody() : c.req.json()).catch(() => undefined);
    const order = Order.safeParse(body);
    if (!order.success) return c.json({ error: `mode: ${MODES.join(' | ')}; times: 1–10000` }, 400);
    failures.order(order.data);
    const back = linkTo('/fail', languageOf(c.req.query('lang')));
    return isForm ? c.redirect(back, 303) : c.json({ orders: failures.list() });
  });

  routes.post('/fail/clear', (c) => {
    failures.clear();
    return c.redirect(linkTo('/fail', languageOf(c.req.query('lang'))), 303);
  });
  routes.delete('/fail', (c) => {
    failures.clear();
    return c.json({ orders: [] });
  });
  return routes;
}
