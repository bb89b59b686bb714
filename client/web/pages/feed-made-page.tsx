/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';

/** The address, this once: only its hash is kept. */
export const FeedMadePage = ({ frame, address }: { frame: Frame; address: string }) => (
  <Layout frame={frame} title={frame.words.feeds} here="/feeds">
    <h1>{frame.words.feedMade}</h1>
    <p>{frame.words.feedMadeHint}</p>
    <p>
      <code class="command">{address}</code>
    </p>
    <p>
      <a href={linkTo('/feeds', frame.language)}>{frame.words.feeds}</a>
    </p>
  </Layout>
);
