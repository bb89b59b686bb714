/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Frame } from '../frame.ts';
import { periodName } from '../shown.ts';
import { LIGHTS } from '../standing.ts';
import type { Standing } from '../words/kinds-zh.ts';
import { linkTo } from '../words.ts';
import { BoardCounts } from './board-counts.tsx';
import { BoardHead } from './board-head.tsx';
import type { BoardProps } from './board-props.ts';
import { BoardRows } from './board-rows.tsx';
import { BoardTasks } from './board-tasks.tsx';
import { Layout } from './layout.tsx';

const REFRESH_SECONDS = 20;

type Props = BoardProps & { readonly live: boolean };

/** A round at one glance: dates, counts that add up, what to do today, and every unit with a light and a word. */
export function BoardPage({ live, ...parts }: Props) {
  const { frame, board } = parts;
  const { words, language, rules } = frame;
  const { round } = board;
  const here = `/${round.period}`;
  return (
    <Layout
      frame={frame}
      title={`${round.period} ${words.board}`}
      here={here}
      query={live ? {} : { live: '0' }}
      period={round.period}
      refresh={live ? REFRESH_SECONDS : undefined}
      wide
    >
      <header class="page-head">
        <h1>
          {`${periodName(language, round.period)}${language === 'en' ? ' · ' : ''}${rules.plan.subject}`}{' '}
          <span class="badge">{words.phases[round.phase]}</span>
          {round.paused && <span class="badge bad">{words.paused}</span>}
        </h1>
        <p class="live">
          {live && <span>{words.refreshOn} </span>}
          <a href={linkTo(here, language, live ? { live: '0' } : {})}>
            {live ? words.refreshOff : words.refreshAgain}
          </a>
        </p>
      </header>
      <BoardHead {...parts} />
      <BoardCounts {...parts} />
      <BoardTasks {...parts} />
      <BoardRows {...parts} />
      <Legend {...frame} />
    </Layout>
  );
}

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
