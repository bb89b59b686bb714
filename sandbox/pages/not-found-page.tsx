/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { Layout } from '../layout.tsx';
import { type Language, wordsIn } from '../words.ts';

export const NotFoundPage = ({ language }: { language: Language }) => (
  <Layout language={language} title={wordsIn(language).notFound} here="/">
    {null}
  </Layout>
);
