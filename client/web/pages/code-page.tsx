/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { CODE_MINUTES } from '../sign-in/codes.ts';

type CodeProps = {
  readonly frame: Frame;
  readonly id: string;
  readonly to: string;
  readonly problem?: string;
};

export function CodePage({ frame, id, to, problem }: CodeProps) {
  const { words, language } = frame;
  return (
    <Layout frame={frame} title={words.codeTitle} here={`/sign-in/${id}`} query={{ to }}>
      <h1>{words.codeTitle}</h1>
      <form class="card" method="post" action={`/sign-in/${id}`}>
        <input type="hidden" name="to" value={to} />
        <p>{words.codeSent(CODE_MINUTES)}</p>
        <p class="field">
          <label for="code">{words.codeLabel}</label>
          <input
            id="code"
            name="code"
            class="code"
            inputmode="numeric"
            autocomplete="one-time-code"
            maxlength={12}
            required
            aria-describedby={problem ? 'code-problem' : undefined}
            aria-invalid={problem ? 'true' : undefined}
          />
          {problem && (
            <span class="problem" id="code-problem" role="alert">
              {problem}
            </span>
          )}
        </p>
        <button type="submit">{words.signIn}</button>
        <p class="why">{words.codeSpoken}</p>
        <p>
          <a href={linkTo('/sign-in', language, { to })}>{words.againCode}</a>
        </p>
      </form>
    </Layout>
  );
}
