/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Permission } from './access/permissions.ts';
import { type Frame, mayHere } from './shared/frame.ts';
import { linkTo } from './shared/language.ts';

type Link = {
  readonly href: string;
  readonly text: string;
  readonly need: Permission | 'signed in';
};

/** Only what the visitor may open; the page one is on is marked. */
export const Nav = ({
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
    // A liaison's, and a leader's who endorses.
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
