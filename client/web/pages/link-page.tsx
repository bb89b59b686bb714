/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Frame } from '../shared/frame.ts';
import { Layout } from '../shared/layout.tsx';

type LinkProps = {
  readonly frame: Frame;
  readonly id: string;
  readonly code: string;
  readonly problem?: string;
};

/** Opening it changes nothing; the button does. */
export const LinkPage = ({ frame, id, code, problem }: LinkProps) => (
  <Layout frame={frame} title={frame.words.linkTitle} here={`/sign-in/link/${id}`}>
    <h1>{frame.words.linkTitle}</h1>
    <form class="card" method="post" action={`/sign-in/link/${id}`}>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <p>{frame.words.linkHint}</p>
      <input type="hidden" name="code" value={code} />
      <button type="submit">{frame.words.linkUse}</button>
    </form>
  </Layout>
);
