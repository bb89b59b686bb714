/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import type { Feed } from '../../../store/read/calendar.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { ListTable } from '../shared/list-table.tsx';
import { dateTime } from '../shared/shown.ts';

type Props = {
  readonly frame: Frame;
  /** Codes of units; null is the bureau. */
  readonly own: readonly (string | null)[];
  readonly feeds: readonly Feed[];
};

/** Existing feeds of the visitor's units, and a form that makes a new one. */
export function FeedsPage({ frame, own, feeds }: Props) {
  const { words } = frame;
  return (
    <Layout frame={frame} title={words.feeds} here="/feeds">
      <h1>{words.feeds}</h1>
      <p class="why">{words.feedsHint}</p>
      {feeds.length === 0 ? (
        <p>{words.noFeeds}</p>
      ) : (
        <ListTable deeds columns={[words.unit, words.feedMadeAt, words.byWhom, words.revokeFeed]}>
          <tbody>
            {feeds.map(({ id, unit, madeAt, madeBy }) => (
              <tr>
                <td>{ownerName(frame, unit)}</td>
                <td class="when">{dateTime(frame, madeAt)}</td>
                <td>{madeBy}</td>
                <td>
                  <form method="post" action={`/feeds/${id}/revoke`}>
                    <button
                      type="submit"
                      aria-label={`${words.revokeFeed} ${ownerName(frame, unit)} ${dateTime(frame, madeAt)}`}
                    >
                      {words.revokeFeed}
                    </button>
                  </form>
                </td>
              </tr>
            ))}
          </tbody>
        </ListTable>
      )}
      {own.map((unit) => (
        <form class="choices" method="post" action="/feeds">
          <input type="hidden" name="unit" value={unit ?? ''} />
          <button type="submit">{words.makeFeed(ownerName(frame, unit))}</button>
        </form>
      ))}
    </Layout>
  );
}

const ownerName = ({ rules }: Frame, unit: string | null): string =>
  unit === null
    ? rules.plan.bureau.name
    : (rules.plan.units.find(({ code }) => code === unit)?.name ?? unit);

/** Shows the address once: only its hash is stored. */
export const FeedMadePage = ({ frame, address }: { frame: Frame; address: string }) => (
  <Layout frame={frame} title={frame.words.feeds} here="/feeds">
    <h1>{frame.words.feedMade}</h1>
    <p>{frame.words.feedMadeHint}</p>
    <p>
      <code class="command">{address}</code>
    </p>
    <p>
      <a href={linkTo('/feeds', frame.language)}>{frame.words.feeds}</a>
    </p>
  </Layout>
);
