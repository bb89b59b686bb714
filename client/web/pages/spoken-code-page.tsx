/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { maskedMobile } from '../shared/shown.ts';
import { CODE_MINUTES } from '../sign-in/codes.ts';

type SpokenCodeProps = {
  readonly frame: Frame;
  readonly address: string;
  /** Null when it was shown before. */
  readonly code: string | null;
};

/** The answer to a form, without an address of its own: nothing to come back to, nothing to pass on. */
export const SpokenCodePage = ({ frame, address, code }: SpokenCodeProps) => (
  <Layout frame={frame} title={frame.words.readOut} here="/read-out">
    <h1>{frame.words.readOut}</h1>
    {code === null ? (
      <p class="problem box" role="alert">
        {frame.words.codeShownBefore}
      </p>
    ) : (
      <>
        <p>{frame.words.codeFor(maskedMobile(address), CODE_MINUTES)}</p>
        <p class="spoken-code">{code.replace(/(...)/, '$1 ')}</p>
        <p class="why">{frame.words.codeOnce}</p>
      </>
    )}
    <p>
      <a href={linkTo('/read-out', frame.language)}>{frame.words.readOutAgain}</a>
    </p>
  </Layout>
);
