/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { BoardUnit } from '../../../store/read/board.ts';
import { RowCells } from '../board/board-rows.tsx';
import { queryOf } from '../board/board-view.ts';
import { desksByUnit, desksOf } from '../desks.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { ListTable } from '../shared/list-table.tsx';
import { GROUPS, groupOf, SECTIONS, sectionOf } from '../shared/standing.ts';
import type { BoardProps } from './board-props.ts';
import { PagesLinks } from './pages-links.tsx';

/** 未报 first; inside, by group, each in the order of the plan. Or by section of the bureau; otherwise in one piece. */
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
      <ListTable kind="board" columns={columns}>
        {tableParts(props).map((part) => (
          <Rows frame={frame} board={board} {...part} />
        ))}
      </ListTable>
      <PagesLinks
        words={words}
        page={view.page}
        pages={view.pages}
        to={(page) => linkTo(`/${board.round.period}`, frame.language, queryOf({ ...query, page }))}
      />
    </>
  );
}

type TablePart = { readonly title?: string; readonly units: readonly BoardUnit[] };

function tableParts({ frame, query, view: { units } }: BoardProps): TablePart[] {
  if (query.sort === 'plan') return byState(frame, units).filter(hasUnits);
  return query.sort === 'desk' ? byDesk(frame, units).filter(hasUnits) : [{ units }];
}

const hasUnits = ({ units }: TablePart): boolean => units.length > 0;

const byState = ({ words }: Frame, units: readonly BoardUnit[]): TablePart[] =>
  SECTIONS.flatMap((section) =>
    GROUPS.map((group) => ({
      title: `${words.sections[section]} · ${words.groups[group]}`,
      units: units.filter(
        ({ obligation }) =>
          sectionOf(obligation.state) === section && groupOf(obligation) === group,
      ),
    })),
  );

function byDesk({ words, rules: { plan } }: Frame, units: readonly BoardUnit[]): TablePart[] {
  const desks = desksByUnit(plan);
  return [...desksOf(plan), undefined].map((desk) => ({
    title: desk ?? words.noDesk,
    units: units.filter(({ obligation }) => desks.get(obligation.unit) === desk),
  }));
}

type RowsProps = Pick<BoardProps, 'frame' | 'board'> & TablePart;

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
