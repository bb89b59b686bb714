/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { MODES, type Order } from './failures.ts';
import { Layout } from './layout.tsx';
import { type Language, linkTo, type Words, wordsIn } from './words.ts';

type Props = { language: Language; orders: readonly Order[] };

export function FailuresPage({ language, orders }: Props) {
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
