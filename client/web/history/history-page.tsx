/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import type { Timeliness } from '../../../store/read/history.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { ListTable, PagesLinks } from '../shared/list-table.tsx';
import { periodName } from '../shared/shown.ts';
import { GROUPS } from '../shared/standing.ts';
import type { HistoryQuery, HistoryRow, HistoryView } from './history-view.ts';

type Props = {
  readonly frame: Frame;
  readonly query: HistoryQuery;
  readonly view: HistoryView;
  /** Null for visitors who may not turn it on or off. */
  readonly ranking: { readonly on: boolean; readonly id: string | null };
  readonly done: string | undefined;
};

/** Every unit by period, with sign, word and colour, and its share of reports on time. */
export function HistoryPage(props: Props) {
  const { frame, query, view, ranking } = props;
  const { words } = frame;
  return (
    <Layout
      frame={frame}
      title={words.history}
      here="/history"
      query={asked(query)}
      done={props.done}
      wide
    >
      <h1>{words.history}</h1>
      <p class="lead">{words.historyHint}</p>
      <Choices frame={frame} query={query} />
      {ranking.id !== null && <RankingForm frame={frame} on={ranking.on} id={ranking.id} />}
      {view.rows.length === 0 ? (
        <p>{words.noneFound}</p>
      ) : (
        <HistoryTable frame={frame} view={view} ranked={ranking.on} />
      )}
      <PagesLinks
        words={words}
        page={view.page}
        pages={view.pages}
        to={(page) => linkTo('/history', frame.language, asked({ ...query, page }))}
      />
    </Layout>
  );
}

const asked = ({ by, group, page }: HistoryQuery): Record<string, string> => ({
  by: by === 'effective' ? '' : by,
  group: group ?? '',
  page: page === 1 ? '' : String(page),
});

type ChoiceProps = Pick<Props, 'frame' | 'query'>;

function Choices({ frame, query }: ChoiceProps) {
  const { words } = frame;
  const link = (change: Partial<HistoryQuery>, text: string, isNow: boolean) => (
    <a
      href={linkTo('/history', frame.language, asked({ ...query, page: 1, ...change }))}
      aria-current={isNow ? 'true' : undefined}
    >
      {text}
    </a>
  );
  return (
    <>
      <p class="filter">
        <span>{words.measuredBy}</span>
        {link({ by: 'effective' }, words.byEffective, query.by === 'effective')}
        {link({ by: 'original' }, words.byOriginal, query.by === 'original')}
      </p>
      <p class="filter">
        <span>{words.group}</span>
        {link({ group: null }, words.allGroups, query.group === null)}
        {GROUPS.map((group) => link({ group }, words.groups[group], query.group === group))}
      </p>
    </>
  );
}

type RankingProps = Pick<Props, 'frame'> & { readonly on: boolean; readonly id: string };

const RankingForm = ({ frame: { words }, on, id }: RankingProps) => (
  <form class="actions ranking" method="post" action="/history/ranking">
    <input type="hidden" name="id" value={id} />
    <input type="hidden" name="on" value={on ? 'no' : 'yes'} />
    <button type="submit">{on ? words.rankingOff : words.rankingOn}</button>
    <span class="why">{words.rankingHint}</span>
  </form>
);

type TableProps = { readonly frame: Frame; readonly view: HistoryView; readonly ranked: boolean };

const HistoryTable = ({ frame, view, ranked }: TableProps) => (
  // A wide table that scrolls by itself: it needs a name and the focus, for keyboard users.
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
