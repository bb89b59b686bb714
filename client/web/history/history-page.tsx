/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { HistoryTable } from '../pages/history-table.tsx';
import { PagesLinks } from '../pages/pages-links.tsx';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { GROUPS } from '../shared/standing.ts';
import type { HistoryQuery, HistoryView } from './history-view.ts';

type Props = {
  readonly frame: Frame;
  readonly query: HistoryQuery;
  readonly view: HistoryView;
  /** The id is drawn for whoever may turn it on or off. */
  readonly ranking: { readonly on: boolean; readonly id: string | null };
  readonly done: string | undefined;
};

/** Every unit over every period: a sign, a word and a colour each, and the share that came on time. */
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
