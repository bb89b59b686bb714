/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { isHalted, type Round } from '../../../domain/round/round.ts';
import { hasText } from '../../../domain/texts/engine/frame.ts';
import { groupFactsOf, groupText } from '../../../domain/texts/messages/group-text.ts';
import type { CheckRow } from '../../../store/read/contact-checks.ts';
import { RoundDeeds } from '../acts/round-acts.tsx';
import { checkWord } from '../contact-checks/check-word.ts';
import { type Frame, mayHere } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { Live } from '../shared/live.tsx';
import { periodName, shortTime } from '../shared/shown.ts';
import { LIGHTS, type Standing } from '../shared/standing.ts';
import { BoardFilter } from './board-filter.tsx';
import { BoardHead } from './board-head.tsx';
import { BoardRows } from './board-rows.tsx';
import { BoardTasks } from './board-tasks.tsx';
import { type BoardProps, queryOf, type Show, shows } from './board-view.ts';

const REFRESH_SECONDS = 20;

type Props = BoardProps & {
  readonly checks: readonly CheckRow[];
  readonly done?: string | undefined;
};

/** A round at a glance: dates, counts, tasks of today, and every unit with its state. */
export function BoardPage({ done, checks, ...parts }: Props) {
  const { frame, board, query } = parts;
  const { words, language, rules } = frame;
  const { round } = board;
  const here = `/${round.period}`;
  // Nothing changes after sign-off.
  const isLive = query.live && round.phase === 'open';
  return (
    <Layout
      frame={frame}
      title={`${round.period} ${words.board}`}
      here={here}
      query={queryOf(query)}
      period={round.period}
      refresh={isLive ? REFRESH_SECONDS : undefined}
      done={done}
      wide
    >
      <header class="page-head">
        <h1>
          {`${periodName(language, round.period)}${language === 'en' ? ' · ' : ''}${rules.plan.subject}`}{' '}
          <span class="badge">{words.phases[round.phase]}</span>
          {isHalted(round) && <span class="badge bad">{words.paused}</span>}
        </h1>
        {round.phase === 'open' && (
          <Live frame={frame} here={here} query={queryOf(query)} isLive={isLive} />
        )}
      </header>
      <div data-region="top">
        <BoardHead {...parts} />
        <RoundDeeds frame={frame} round={round} compilation={board.compilation} />
        <BoardChecks frame={frame} round={round} checks={checks} />
        <BoardCounts {...parts} />
        <BoardTasks {...parts} />
      </div>
      <div data-region="group-text">
        <BoardGroupText {...parts} />
      </div>
      <BoardFilter {...parts} />
      <Keys {...frame} />
      <div data-region="rows">
        <BoardRows {...parts} />
      </div>
      <Legend {...frame} />
    </Layout>
  );
}

/** script/board.js shows it. */
const Keys = ({ words }: Frame) => (
  <p class="keys" data-keys hidden>
    <span data-keys-text>{words.keys}</span>{' '}
    <button class="plain" type="button" data-on={words.keysOff} data-off={words.keysOn}>
      {words.keysOff}
    </button>
  </p>
);

const Legend = ({ words }: Frame) => (
  <p class="legend">
    <span>{words.legend}</span>
    {(Object.keys(LIGHTS) as Standing[]).map((standing) => (
      <span class={`light ${LIGHTS[standing].tone}`}>
        <i aria-hidden="true">{LIGHTS[standing].sign}</i> {words.standings[standing]}
      </span>
    ))}
  </p>
);

const PARTS: readonly Show[] = [
  'late',
  'toReview',
  'overdue',
  'returned',
  'extended',
  'requests',
  'awaitingScan',
  'unconfirmed',
  'undelivered',
  'unreachable',
];
/** Counts that need action today. */
const BAD: readonly Show[] = ['overdue', 'undelivered', 'unreachable'];

/** 应报 = 已报 + 免报 + 未报, then counts of parts of these; each links to its rows. */
function BoardCounts(props: BoardProps) {
  const { words } = props.frame;
  return (
    <section class="counts">
      <p class="sum">
        <span>
          {words.counts.owed} <b>{props.board.units.length}</b>
        </span>
        <i>=</i>
        <Term {...props} show="reported" />
        <i>+</i>
        <Term {...props} show="waived" />
        <i>+</i>
        <Term {...props} show="missing" />
      </p>
      <ul class="parts">
        <li>{words.ofThese}</li>
        {PARTS.map((show) => (
          <li>
            <Term {...props} show={show} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Counts all units, whatever the filter shows. */
function Term({ frame, board, query, show }: BoardProps & { show: Show }) {
  const { words, language, now } = frame;
  const value = board.units.filter((unit) => shows({ board, now }, show, unit)).length;
  const isShown = query.show === show;
  const to = queryOf({ ...query, show: isShown ? null : show, page: 1 });
  return (
    <a
      class={value > 0 && BAD.includes(show) ? 'count bad' : 'count'}
      href={linkTo(`/${board.round.period}`, language, to)}
      aria-current={isShown ? 'true' : undefined}
    >
      {words.shows[show]} <b>{value}</b>
    </a>
  );
}

type ChecksProps = {
  readonly frame: Frame;
  readonly round: Round;
  readonly checks: readonly CheckRow[];
};

/** Before the round opens: when liaisons are asked, or what they have answered. */
function BoardChecks({ frame, round, checks }: ChecksProps) {
  const { words, language } = frame;
  const { contactCheckAt: at, period } = round;
  if (round.phase !== 'planned' || (at === null && checks.length === 0)) return null;
  const counts = new Map<string, number>();
  for (const check of checks) {
    const word = checkWord(words, round, check);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return (
    <section class="tasks">
      <h2>{words.contactCheck}</h2>
      {checks.length === 0 && at !== null && <p>{words.checkComes(shortTime(frame, at))}</p>}
      {checks.length > 0 && (
        <p>{[...counts].map(([word, number]) => `${word} ${number}`).join(words.comma)}</p>
      )}
      {checks.length > 0 && mayHere(frame, 'tend contacts') && (
        <p>
          <a href={linkTo(`/checks/${period}`, language)}>{words.seeChecks}</a>
        </p>
      )}
    </section>
  );
}

/**
 * A text to paste into the work group. It tells the time; `data-clock` keeps that from counting as a change of the
 * page.
 */
function BoardGroupText({ frame, board: { round, units } }: BoardProps) {
  const { words, rules, settings, now } = frame;
  if (round.phase !== 'open' || !mayHere(frame, 'work on round')) return null;
  // Plans stored before this template existed have none.
  if (!hasText(rules.plan, 'group-text.robot')) return null;
  const obligations = units.map(({ obligation }) => obligation);
  const { demonstration } = settings;
  const facts = groupFactsOf({ plan: rules.plan, round, obligations, demonstration }, now);
  return (
    <details class="group-text" data-key="group-text">
      <summary>{words.groupText}</summary>
      <p>
        <label for="group-text">{words.groupTextHint}</label>
      </p>
      <textarea id="group-text" data-clock readonly rows={4}>
        {groupText(rules.plan, facts, rules.zone)}
      </textarea>
      <p>
        <button
          type="button"
          class="small"
          hidden
          data-copy="group-text"
          data-done={words.copied}
          data-by-hand={words.copyByHand}
        >
          {words.copy}
        </button>
      </p>
    </details>
  );
}
