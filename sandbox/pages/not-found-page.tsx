/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { type Language, wordsIn } from '../words.ts';
import { Layout } from './layout.tsx';

export const NotFoundPage = ({ language }: { language: Language }) => (
  <Layout language={language} title={wordsIn(language).notFound} here="/">
    {null}
  </Layout>
);
