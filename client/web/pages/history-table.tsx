/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Timeliness } from '../../../store/read/history.ts';
import type { HistoryRow, HistoryView } from '../history/history-view.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { ListTable } from '../shared/list-table.tsx';
import { periodName } from '../shared/shown.ts';

type TableProps = { readonly frame: Frame; readonly view: HistoryView; readonly ranked: boolean };

export const HistoryTable = ({ frame, view, ranked }: TableProps) => (
  // Wide, so it scrolls by itself; with a name and a place in the order of keys for those who need one.
  <section class="heat" aria-label={frame.words.history} tabindex={0}>
    <ListTable
      columns={[
        ...(ranked ? [frame.words.place] : []),
        frame.words.unit,
        ...view.periods.map((period) => (
          <abbr title={periodName(frame.language, period)}>{period}</abbr>
        )),
        frame.words.onTimeRate,
      ]}
    >
      <tbody>
        {view.rows.map((row) => (
          <Row frame={frame} periods={view.periods} row={row} ranked={ranked} />
        ))}
      </tbody>
    </ListTable>
  </section>
);

type RowProps = {
  readonly frame: Frame;
  readonly periods: readonly string[];
  readonly row: HistoryRow;
  readonly ranked: boolean;
};

const Row = ({ frame, periods, row, ranked }: RowProps) => (
  <tr>
    {ranked && <td class="number">{row.place ?? '—'}</td>}
    <th scope="row" class="unit">
      {row.unitName}
      {row.own && <small>{frame.words.own}</small>}
    </th>
    {periods.map((period) => {
      const one = row.cells.get(period);
      return one === undefined ? (
        <td data-label={period} />
      ) : (
        <td class={TIMELINESS_SIGNS[one].tone} data-label={period}>
          <a href={linkTo(`/${period}/${row.unit}`, frame.language)}>
            <span aria-hidden="true">{TIMELINESS_SIGNS[one].sign}</span>{' '}
            {frame.words.timelinesses[one]}
          </a>
        </td>
      );
    })}
    <td class="rate" data-label={frame.words.onTimeRate}>
      {row.rate === null ? '—' : `${Math.round(row.rate * 100)}%（${row.onTime}/${row.due}）`}
    </td>
  </tr>
);

const TIMELINESS_SIGNS: Readonly<
  Record<Timeliness, { readonly tone: string; readonly sign: string }>
> = {
  'on time': { tone: 'on-time', sign: '✓' },
  late: { tone: 'late', sign: '▲' },
  missing: { tone: 'never', sign: '✕' },
  waived: { tone: 'waived', sign: '—' },
  'not due': { tone: 'not-due', sign: '○' },
};
