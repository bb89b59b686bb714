/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { type Language, linkTo, wordsIn } from './language.ts';
import { Html } from './layout.tsx';

type Props = { readonly language: Language; readonly title: string; readonly hint: string };

/** Says what failed, why, and what to do. Needs no database. */
export function ProblemPage({ language, title, hint }: Props) {
  const words = wordsIn(language);
  return (
    <Html lang={language === 'en' ? 'en' : 'zh-CN'} title={title} words={words}>
      <main id="main">
        <h1>{title}</h1>
        {hint.split('\n').map((line) => (
          <p>{line}</p>
        ))}
        <p>
          <a href={linkTo('/', language)}>{words.backHome}</a>
        </p>
      </main>
    </Html>
  );
}

export const NotFoundPage = ({ language }: { language: Language }) => {
  const words = wordsIn(language);
  return <ProblemPage language={language} title={words.notFound} hint={words.notFoundHint} />;
};
