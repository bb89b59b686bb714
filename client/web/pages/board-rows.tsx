/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { BoardUnit } from '../../../store/web-pages.ts';
import { queryOf } from '../board-view.ts';
import { GROUPS, groupOf, SECTIONS, sectionOf } from '../standing.ts';
import { linkTo } from '../words.ts';
import type { BoardProps } from './board-props.ts';
import { RowCells } from './board-row.tsx';
import { PagesLinks } from './pages-links.tsx';

/** 未报 first; inside, by group, each in the order of the plan. Sorted otherwise, in one piece. */
export function BoardRows(props: BoardProps) {
  const { frame, board, query, view } = props;
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
  if (view.units.length === 0) return <p>{words.noneFound}</p>;
  return (
    <>
      <table class="list board">
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        {query.sort === 'plan' ? (
          <Grouped {...props} />
        ) : (
          <Rows frame={frame} board={board} units={view.units} />
        )}
      </table>
      <PagesLinks
        words={words}
        page={view.page}
        pages={view.pages}
        to={(page) => linkTo(`/${board.round.period}`, frame.language, queryOf({ ...query, page }))}
      />
    </>
  );
}

const Grouped = ({ frame, board, view: { units } }: BoardProps) => (
  <>
    {SECTIONS.flatMap((section) =>
      GROUPS.map((group) => ({
        title: `${frame.words.sections[section]} · ${frame.words.groups[group]}`,
        units: units.filter(
          ({ obligation }) =>
            sectionOf(obligation.state) === section && groupOf(obligation) === group,
        ),
      })),
    )
      .filter((part) => part.units.length > 0)
      .map((part) => (
        <Rows frame={frame} board={board} {...part} />
      ))}
  </>
);

type RowsProps = Pick<BoardProps, 'frame' | 'board'> & {
  readonly title?: string;
  readonly units: readonly BoardUnit[];
};

const Rows = ({ frame, board, title, units }: RowsProps) => (
  <tbody>
    {title !== undefined && (
      <tr class="group">
        <th scope="colgroup" colspan={7}>{`${title}（${units.length}）`}</th>
      </tr>
    )}
    {units.map((unit) => (
      <tr>
        <RowCells frame={frame} details={board} row={unit} />
      </tr>
    ))}
  </tbody>
);
