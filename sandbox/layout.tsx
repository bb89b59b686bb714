/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { type Language, linkTo, wordsIn } from './words.ts';

type Props = { language: Language; title: string; here: string; children: Child };

/** The frame of every page. @param props `here` is the page's path, for the language switch */
export function Layout({ language, title, here, children }: Props) {
  const words = wordsIn(language);
  const other = language === 'en' ? 'zh' : 'en';
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={language === 'en' ? 'en' : 'zh-CN'}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>
            {title} · {words.title}
          </title>
          <link rel="stylesheet" href="/style.css" />
        </head>
        <body>
          <p class="banner">{words.banner}</p>
          <header>
            <nav>
              <a href={linkTo('/', language)}>{words.all}</a>
              <a href={linkTo('/robot/wecom', language)}>{words.robot}</a>
              <a href={linkTo('/fail', language)}>{words.failures}</a>
              <a class="other" href={linkTo(here, other)} lang={other === 'en' ? 'en' : 'zh-CN'}>
                {words.other}
              </a>
            </nav>
          </header>
          <main>
            <h1>{title}</h1>
            {children}
          </main>
        </body>
      </html>
    </>
  );
}

export const NotFoundPage = ({ language }: { language: Language }) => (
  <Layout language={language} title={wordsIn(language).notFound} here="/">
    {null}
  </Layout>
);

const SHANGHAI = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** `2018-07-12 09:00` in Shanghai's time; empty for an empty or unreadable time. */
export const shownTime = (iso: string): string =>
  Number.isNaN(Date.parse(iso)) ? '' : SHANGHAI.format(new Date(iso));
