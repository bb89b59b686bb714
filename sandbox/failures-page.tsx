/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { Hono } from 'hono';
import type { Deps } from './deps.ts';
import { MODES, Order } from './failures.ts';
import { Layout } from './layout.tsx';
import { type Language, languageOf, linkTo, type Words, wordsIn } from './words.ts';

type Props = { language: Language; orders: readonly Order[] };

function FailuresPage({ language, orders }: Props) {
  const words = wordsIn(language);
  return (
    <Layout language={language} title={words.failures} here="/fail">
      <p>{words.failuresHint}</p>
      <form class="order" method="post" action={linkTo('/fail', language)}>
        <label for="match">{words.match}</label>
        <input id="match" name="match" />
        <label for="mode">{words.mode}</label>
        <select id="mode" name="mode">
          {MODES.map((mode) => (
            <option value={mode}>{words.modes[mode]}</option>
          ))}
        </select>
        <label for="times">{words.times}</label>
        <input id="times" name="times" type="number" min="1" max="10000" inputmode="numeric" />
        <button type="submit">{words.order}</button>
      </form>
      {orders.length === 0 ? <p>{words.noFailures}</p> : <Orders orders={orders} words={words} />}
      {orders.length > 0 && (
        <form method="post" action={linkTo('/fail/clear', language)}>
          <button type="submit">{words.clear}</button>
        </form>
      )}
    </Layout>
  );
}

const Orders = ({ orders, words }: { orders: readonly Order[]; words: Words }) => (
  <ul class="orders">
    {orders.map(({ match, mode, times }) => (
      <li>
        {words.modes[mode]} · {match || words.everybody} · {times ? `×${times}` : words.always}
      </li>
    ))}
  </ul>
);

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
