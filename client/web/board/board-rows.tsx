/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import type { BoardUnit } from '../../../store/read/board.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { ListTable, PagesLinks } from '../shared/list-table.tsx';
import { GROUPS, groupOf, SECTIONS, sectionOf } from '../shared/standing.ts';
import { COLUMNS } from './board-columns.tsx';
import { type BoardProps, desksByUnit, desksOf, queryOf } from './board-view.ts';

/** Rows in parts: by state and group (in the order of the plan), by section of the bureau, or all in one. */
export function BoardRows(props: BoardProps) {
  const { frame, board, query, view } = props;
  const { words } = frame;
  if (view.units.length === 0) return <p>{words.noneFound}</p>;
  return (
    <>
      <ListTable kind="board" columns={COLUMNS.map(({ title }) => title(words))}>
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
        <th scope="colgroup" colspan={COLUMNS.length}>{`${title}（${units.length}）`}</th>
      </tr>
    )}
    {units.map((unit) => (
      <tr>
        {COLUMNS.map(({ name, isRowHead, cell }) =>
          isRowHead ? (
            <th scope="row" class={name}>
              {cell({ frame, board, row: unit })}
            </th>
          ) : (
            <td class={name}>{cell({ frame, board, row: unit })}</td>
          ),
        )}
      </tr>
    ))}
  </tbody>
);
