/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { DAY } from '../../../domain/time/time.ts';
import type { Permission } from '../access/permissions.ts';
import { type Frame, mayHere } from './frame.ts';
import { type Language, linkTo, type Words, wordsIn } from './language.ts';
import { dateTime, longDay } from './shown.ts';

type Props = {
  readonly frame: Frame;
  readonly title: string;
  /** The page's own path, for the language switch. */
  readonly here: string;
  readonly query?: Readonly<Record<string, string>>;
  /** The round of the page: the navigation lists its pages. */
  readonly period?: string;
  /** Seconds between reloads, for browsers without scripts. */
  readonly refresh?: number | undefined;
  readonly wide?: boolean;
  /** The outcome of the command that led here. */
  readonly done?: string | undefined;
  readonly children: Child;
};

/** The frame of every page with data. */
export function Layout({ frame, title, here, query = {}, period, refresh, ...rest }: Props) {
  const { language, words } = frame;
  const other = language === 'en' ? 'zh' : 'en';
  return (
    <Html
      lang={langOf(language)}
      title={title}
      words={words}
      refresh={reloadsAt(refresh, linkTo(here, language, { ...query, by: 'itself' }))}
      nonce={frame.nonce}
    >
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <Banner {...frame} />
      <nav aria-label={words.title}>
        <a class="brand" href={linkTo('/', language)}>
          {words.title}
        </a>
        <Nav frame={frame} here={here} period={period} />
        <span class="whoami">
          <Visitor {...frame} />
          <a href={linkTo(here, language, { ...query, lang: other })} lang={langOf(other)}>
            {wordsIn(language).other}
          </a>
        </span>
      </nav>
      <main id="main" class={rest.wide ? 'wide' : ''}>
        {frame.isLedHere && (
          <p class="box note" role="status">
            {words.notYours}
          </p>
        )}
        {rest.done !== undefined && (
          <p class="done" role="status">
            {rest.done}
          </p>
        )}
        {rest.children}
      </main>
      <Footer {...frame} />
    </Html>
  );
}

const reloadsAt = (seconds: number | undefined, url: string): string | undefined =>
  seconds === undefined ? undefined : `${seconds}; url=${url}`;

function Visitor({ visitor, words, language }: Frame) {
  if (!visitor) return <a href={linkTo('/sign-in', language)}>{words.signIn}</a>;
  const roles = [...new Set(visitor.grants.map(({ role }) => words.webRoles[role]))];
  return (
    <>
      <a href={linkTo('/account', language)}>{`${visitor.name}（${roles.join(words.comma)}）`}</a>
      <form method="post" action="/sign-out">
        <button class="plain" type="submit">
          {words.signOut}
        </button>
      </form>
    </>
  );
}

const langOf = (language: Language): string => (language === 'en' ? 'en' : 'zh-CN');

type HtmlProps = {
  readonly lang: string;
  readonly title: string;
  readonly words: Words;
  /** Value of `http-equiv="refresh"`. */
  readonly refresh?: string | undefined;
  readonly nonce?: string;
  readonly children: Child;
};

/** A whole document, also for pages that cannot read the database. */
export const Html = ({ lang, title, words, refresh, nonce, children }: HtmlProps) => (
  <>
    {raw('<!DOCTYPE html>')}
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {refresh && (
          <noscript>
            <meta http-equiv="refresh" content={refresh} />
          </noscript>
        )}
        <title>{title === words.title ? title : `${title} · ${words.title}`}</title>
        <link rel="stylesheet" href="/style.css" />
        {nonce && <script type="module" src="/script/main.js" nonce={nonce} />}
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

type Link = {
  readonly href: string;
  readonly text: string;
  readonly need: Permission | 'signed in';
};

/** Links to what the visitor may open; marks the present page. */
const Nav = ({
  frame,
  here,
  period,
}: {
  frame: Frame;
  here: string;
  period?: string | undefined;
}) => (
  <>
    {linksOf(frame, period)
      .filter(({ need }) => need === 'signed in' || mayHere(frame, need))
      .map(({ href, text }) => (
        <a
          href={linkTo(href, frame.language)}
          aria-current={isHere(href, here) ? 'page' : undefined}
        >
          {text}
        </a>
      ))}
    {frame.sandboxUrl && <a href={frame.sandboxUrl}>{frame.words.sandbox}</a>}
    {frame.engineUrl && mayHere(frame, 'administer') && (
      <a href={frame.engineUrl}>{frame.words.engine}</a>
    )}
  </>
);

function linksOf(frame: Frame, period: string | undefined): Link[] {
  const { words, rules, now } = frame;
  const year = rules.zone.dayOf(now).slice(0, 4);
  return [
    // For liaisons, and for leaders, who endorse.
    { href: '/mine', text: words.mine, need: mayHere(frame, 'endorse') ? 'endorse' : 'report' },
    { href: '/', text: words.rounds, need: 'read round' },
    ...(period === undefined ? [] : ofRound(words, period)),
    { href: `/calendar/${year}`, text: words.calendar, need: 'read round' },
    { href: '/history', text: words.history, need: 'read history' },
    { href: '/sending', text: words.sendingTitle, need: 'halt sending' },
    { href: '/read-out', text: words.readOut, need: 'work on round' },
    { href: '/admin', text: words.administration, need: 'administer' },
  ];
}

const ofRound = (words: Frame['words'], period: string): Link[] => [
  { href: `/${period}`, text: `${words.board} ${period}`, need: 'read round' },
  { href: `/${period}/overdue`, text: words.overduePage, need: 'read overdue' },
  { href: `/${period}/messages`, text: words.messages, need: 'read round' },
  { href: `/${period}/compilations`, text: words.compilation, need: 'read round' },
];

const isHere = (href: string, here: string): boolean =>
  here === href || (href !== '/' && href.split('/').length > 2 && here.startsWith(`${href}/`));
