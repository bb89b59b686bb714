/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { DAY } from '../../../domain/time.ts';
import type { Frame } from '../frame.ts';
import { dateTime, longDay } from '../shown.ts';
import { linkTo, type Words, wordsIn } from '../words.ts';

type Props = {
  readonly frame: Frame;
  readonly title: string;
  /** The page's own path and query, for the language switch. */
  readonly here: string;
  readonly query?: Readonly<Record<string, string>>;
  /** The round that the page is about; its other pages are offered. */
  readonly period?: string;
  /** Seconds after which the page asks for itself again. */
  readonly refresh?: number | undefined;
  readonly wide?: boolean;
  readonly children: Child;
};

/** The frame of every page with data. */
export function Layout({ frame, title, here, query = {}, period, refresh, ...rest }: Props) {
  const { language, words } = frame;
  const other = language === 'en' ? 'zh' : 'en';
  return (
    <Html lang={language === 'en' ? 'en' : 'zh-CN'} title={title} words={words} refresh={refresh}>
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <Banner {...frame} />
      <nav aria-label={words.title}>
        <a class="brand" href={linkTo('/', language)}>
          {words.title}
        </a>
        <a href={linkTo('/', language)}>{words.rounds}</a>
        {period && <RoundLinks frame={frame} period={period} />}
        <a href={linkTo(`/calendar/${yearOf(frame)}`, language)}>{words.calendar}</a>
        {frame.sandboxUrl && <a href={frame.sandboxUrl}>{words.sandbox}</a>}
        {frame.engineUrl && <a href={frame.engineUrl}>{words.engine}</a>}
        <a class="other" href={linkTo(here, other, query)} lang={other === 'en' ? 'en' : 'zh-CN'}>
          {wordsIn(language).other}
        </a>
      </nav>
      <main id="main" class={rest.wide ? 'wide' : ''}>
        {rest.children}
      </main>
      <Footer {...frame} />
    </Html>
  );
}

type HtmlProps = {
  readonly lang: string;
  readonly title: string;
  readonly words: Words;
  readonly refresh?: number | undefined;
  readonly children: Child;
};

/** A whole document; also for what is said when nothing could be read. */
export const Html = ({ lang, title, words, refresh, children }: HtmlProps) => (
  <>
    {raw('<!DOCTYPE html>')}
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {refresh && <meta http-equiv="refresh" content={String(refresh)} />}
        <title>{title === words.title ? title : `${title} · ${words.title}`}</title>
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>{children}</body>
    </html>
  </>
);

function Banner({ settings, words, language, rules, now }: Frame) {
  if (!settings.demonstration) return null;
  const today = longDay(language, rules.zone.dayOf(now));
  return (
    <p class="banner">
      <strong>{words.demonstration}</strong>{' '}
      <span>{`${words.planTime} ${today} ${rules.zone.timeOf(now)}`}</span>
    </p>
  );
}

const RoundLinks = ({ frame: { language, words }, period }: { frame: Frame; period: string }) => (
  <>
    <a href={linkTo(`/${period}`, language)}>{`${words.board} ${period}`}</a>
    <a href={linkTo(`/${period}/messages`, language)}>{words.messages}</a>
    <a href={linkTo(`/${period}/compilations`, language)}>{words.compilation}</a>
  </>
);

function Footer(frame: Frame) {
  const { words, settings, rules } = frame;
  const days = Math.round((settings.offsetMs / DAY) * 100) / 100;
  return (
    <footer>
      <span>{rules.plan.title}</span>
      <span>{`${words.rendered} ${dateTime(frame, frame.now)}（${rules.zone.name}）`}</span>
      <span>
        {settings.offsetMs === 0
          ? words.noOffset
          : `${words.offset} ${String(days).replace('-', '−')} ${words.days}`}
      </span>
    </footer>
  );
}

const yearOf = ({ rules, now }: Frame): string => rules.zone.dayOf(now).slice(0, 4);
