/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { isHalted } from '../../../domain/round/round.ts';
import type { CheckRow } from '../../../store/read/contact-checks.ts';
import { BoardChecks } from '../pages/board-checks.tsx';
import { BoardCounts } from '../pages/board-counts.tsx';
import { BoardGroupText } from '../pages/board-group-text.tsx';
import type { BoardProps } from '../pages/board-props.ts';
import { BoardRows } from '../pages/board-rows.tsx';
import { Live } from '../pages/live.tsx';
import { RoundDeeds } from '../pages/round-deeds.tsx';
import type { Frame } from '../shared/frame.ts';
import { Layout } from '../shared/layout.tsx';
import { periodName } from '../shared/shown.ts';
import { LIGHTS } from '../shared/standing.ts';
import type { Standing } from '../words/kinds-zh.ts';
import { BoardFilter } from './board-filter.tsx';
import { BoardHead } from './board-head.tsx';
import { BoardTasks } from './board-tasks.tsx';
import { queryOf } from './board-view.ts';

const REFRESH_SECONDS = 20;

type Props = BoardProps & {
  readonly checks: readonly CheckRow[];
  readonly done?: string | undefined;
};

/** A round at one glance: dates, counts that add up, what to do today, and every unit with a light and a word. */
export function BoardPage({ done, checks, ...parts }: Props) {
  const { frame, board, query } = parts;
  const { words, language, rules } = frame;
  const { round } = board;
  const here = `/${round.period}`;
  // After sign-off nothing moves any more.
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

/** Shown by the script that makes them work. */
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
