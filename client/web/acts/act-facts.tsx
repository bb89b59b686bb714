/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import type { Frame } from '../shared/frame.ts';
import type { Words } from '../shared/language.ts';

/** What to check before the button, and what follows from it. */
export const ActFactsList = ({ words, facts }: { words: Words; facts: ActFacts }) => (
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

/** What stands beside a form: the present state, and what the act will cause. */
export type FactLine = {
  readonly name: string;
  readonly value: string;
  /** A page with more about it. */
  readonly href?: string;
  readonly isBad?: boolean;
};

export type ActFacts = {
  readonly lines: readonly FactLine[];
  /** The messages that the act would send. */
  readonly texts: readonly { readonly title: string; readonly text: string }[];
  readonly follows: string | null;
};

export const followsOf = ({ words }: Frame, kind: string): string | null =>
  kind in words.follows ? words.follows[kind as keyof typeof words.follows] : null;
