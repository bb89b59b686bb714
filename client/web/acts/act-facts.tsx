/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import type { Words } from '../shared/language.ts';
import type { ActFacts as Facts } from './act-facts.ts';

/** What to check before the button, and what comes of it. */
export const ActFactsList = ({ words, facts }: { words: Words; facts: Facts }) => (
  <>
    {facts.lines.length > 0 && (
      <section class="check">
        <h2>{words.beforeYouDo}</h2>
        <dl class="pairs">
          {facts.lines.map(({ name, value, href, isBad = false }) => (
            <>
              <dt>{name}</dt>
              <dd class={isBad ? 'bad' : ''}>
                {value} {href && <a href={href}>{words.readText}</a>}
              </dd>
            </>
          ))}
        </dl>
      </section>
    )}
    {facts.texts.map(({ title, text }) => (
      <details class="check">
        <summary>{`${words.willSay}（${title}）`}</summary>
        <pre class="letter">{text}</pre>
      </details>
    ))}
    {facts.follows !== null && (
      <p class="check">
        <strong>{`${words.whatFollows}：`}</strong>
        {facts.follows}
      </p>
    )}
  </>
);
