/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { BoardRow } from '../../../store/board.ts';
import { GROUPS, groupOf, SECTIONS, sectionOf } from '../standing.ts';
import type { BoardProps } from './board-props.ts';
import { RowCells } from './board-row.tsx';

/** 未报 first; inside, by group, each in the order of the plan. */
export function BoardRows({ frame, board, made }: BoardProps) {
  const { words } = frame;
  const columns = [
    words.state,
    words.unit,
    words.liaison,
    words.arrivalOrDue,
    words.lastContact,
    words.promise,
    words.nextStep,
  ];
  return (
    <table class="list board">
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col">{column}</th>
          ))}
        </tr>
      </thead>
      {SECTIONS.flatMap((section) =>
        GROUPS.map((group) => ({
          title: `${words.sections[section]} · ${words.groups[group]}`,
          rows: board.rows.filter(
            ({ obligation }) =>
              sectionOf(obligation.state) === section && groupOf(obligation) === group,
          ),
        })),
      )
        .filter(({ rows }) => rows.length > 0)
        .map(({ title, rows }) => (
          <Group frame={frame} made={made} title={title} rows={rows} />
        ))}
    </table>
  );
}

type GroupProps = Pick<BoardProps, 'frame' | 'made'> & {
  readonly title: string;
  readonly rows: readonly BoardRow[];
};

const Group = ({ frame, made, title, rows }: GroupProps) => (
  <tbody>
    <tr class="group">
      <th scope="colgroup" colspan={7}>{`${title}（${rows.length}）`}</th>
    </tr>
    {rows.map((row) => (
      <tr>
        <RowCells frame={frame} made={made} row={row} />
      </tr>
    ))}
  </tbody>
);
