/** @jsxRuntime automatic @jsxImportSource hono/jsx */

/** Failures on order: ways in which a real server fails, so that people and tests can watch how the product handles them. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Hono } from 'hono';
import { z } from 'zod';
import { Layout } from './layout.tsx';
import { type Language, languageOf, linkTo, type Words, wordsIn } from './words.ts';

/**
 * - `refuse`           550 to the recipient
 * - `greylist`         451 to the recipient
 * - `auth`             535 to the login (matches the user name)
 * - `hang`             takes the whole mail, keeps nothing, never answers
 * - `drop-after-data`  keeps the mail, then closes the connection without an answer
 * - `bounce`           keeps the mail and answers 250, then reports that it could not be delivered
 * - `sms-refuse`       400
 * - `sms-error`        500
 * - `sms-hang`         takes the SMS, keeps nothing, never answers
 * - `sms-undelivered`  takes the SMS, and its receipt says that it did not arrive
 * - `robot-refuse`     93000: the robot has been removed from the group
 * - `robot-error`      502
 */
const MODES = [
  'refuse',
  'greylist',
  'auth',
  'hang',
  'drop-after-data',
  'bounce',
  'sms-refuse',
  'sms-error',
  'sms-hang',
  'sms-undelivered',
  'robot-refuse',
  'robot-error',
] as const;
type Mode = (typeof MODES)[number];

const Order = z.object({
  /** Part of the address or number; empty means all. */
  match: z.string().max(200).default(''),
  mode: z.enum(MODES),
  /** How often; without it, until cleared. */
  times: z.preprocess(
    (value) => (value === '' || value === null ? undefined : value),
    z.coerce.number().int().min(1).max(10_000).optional(),
  ),
});
export type Order = z.infer<typeof Order>;

export type Failures = {
  order(order: Order): void;
  /** Uses up one time of the first order with one of these modes that matches the address. */
  spend<M extends Mode>(address: string, modes: readonly M[]): M | undefined;
  list(): readonly Order[];
  clear(): void;
};

/**
 * Orders are valid until they are used up or cleared. They survive a restart, so that a demonstration keeps the number that
 * does not answer.
 * @param file null to keep them in memory only
 */
export function createFailures(file: string | null): Failures {
  let orders: readonly Order[] =
    file !== null && existsSync(file)
      ? z.array(Order).parse(JSON.parse(readFileSync(file, 'utf8')))
      : [];
  const keep = (next: readonly Order[]) => {
    if (next === orders) return;
    orders = next;
    if (file !== null) writeFileSync(file, JSON.stringify(orders));
  };
  return {
    order(order) {
      keep([...orders, order]);
    },
    spend(address, modes) {
      const found = orders.find(({ mode, match }) => {
        return modes.some((wanted) => wanted === mode) && fits(address, match);
      });
      if (found?.times !== undefined) {
        keep(orders.map((order) => (order === found ? spent(order) : order)).filter(isLeft));
      }
      return modes.find((mode) => mode === found?.mode);
    },
    list: () => orders,
    clear() {
      keep([]);
    },
  };
}

const fits = (address: string, match: string) =>
  address.toLowerCase().includes(match.trim().toLowerCase());
const spent = (order: Order): Order =>
  order.times === undefined ? order : { ...order, times: order.times - 1 };
const isLeft = ({ times }: Order) => times === undefined || times > 0;

/** Orders failures by a form or, for programs, by JSON. */
export function failureRoutes({ failures }: { failures: Failures }): Hono {
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
