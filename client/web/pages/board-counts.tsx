/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { queryOf, type Show, shows } from '../board/board-view.ts';
import { linkTo } from '../shared/language.ts';
import type { BoardProps } from './board-props.ts';

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
/** Somebody has to see to it today. */
const BAD: readonly Show[] = ['overdue', 'undelivered', 'unreachable'];

/** 应报 = 已报 + 免报 + 未报, and what is hidden in these numbers; each leads to its rows. */
export function BoardCounts(props: BoardProps) {
  const { words } = props.frame;
  return (
    <section class="counts">
      <p class="sum">
        <span>
          {words.owed} <b>{props.board.units.length}</b>
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

/** Always of all units, whatever is shown below. */
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
      {words[show]} <b>{value}</b>
    </a>
  );
}
