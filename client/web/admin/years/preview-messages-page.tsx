/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { PlannedMessage } from '../../../../domain/preview/preview.ts';
import type { Frame } from '../../shared/frame.ts';
import { linkTo } from '../../shared/language.ts';
import { PagesLinks } from '../../shared/list-table.tsx';
import { pageOf } from '../../shared/paging.ts';
import { longDay, shownAddress } from '../../shared/shown.ts';
import { AdminLayout } from '../admin-layout.tsx';
import type { PreviewGroup } from './year-preview.ts';

type Props = {
  readonly frame: Frame;
  readonly year: number;
  readonly group: PreviewGroup;
  /** The number of the page that was asked for. */
  readonly asked: number;
};

/** Messages on a page; texts are worked out for these only. */
const SIZE = 50;

/** The messages of one moment through one channel, each with its full text. */
export function PreviewMessagesPage({ frame, year, group, asked }: Props) {
  const { words, language, rules } = frame;
  const { first, messages, key } = group;
  const { rows, page, pages } = pageOf(messages, asked, SIZE);
  const here = `/admin/years/${year}/messages`;
  const moment = `${longDay(language, rules.zone.dayOf(first.at))} ${rules.zone.timeOf(first.at)}`;
  const what = `${words.kinds[first.kind]} · ${words.channels[first.channel]}`;
  return (
    <AdminLayout
      frame={frame}
      at="/admin/years"
      title={`${moment} ${what}`}
      here={here}
      query={{ of: key, ...(page > 1 && { page: String(page) }) }}
    >
      <p class="crumbs">
        <a href={linkTo(`/admin/years/${year}`, language)}>{words.previewTitle(year)}</a>
        {` · ${first.period} · ${words.messagesOf(messages.length)}`}
      </p>
      {rows.map((message) => (
        <Message frame={frame} message={message} />
      ))}
      <PagesLinks
        words={words}
        page={page}
        pages={pages}
        to={(other) => linkTo(here, language, { of: key, page: String(other) })}
      />
    </AdminLayout>
  );
}

function Message({ frame: { words }, message }: { frame: Frame; message: PlannedMessage }) {
  const { subject, text, parts } = message.words();
  const { unitName, person, to, channel } = message;
  return (
    <details class="preview-message">
      <summary>
        {`${unitName} → ${person} ${shownAddress(channel, to)}`}{' '}
        {channel === 'sms' && (
          <small>{`${Array.from(text).length} ${words.characters} · ${words.smsParts(parts)}`}</small>
        )}
      </summary>
      {subject && <p class="long">{subject}</p>}
      <pre class="letter">{text}</pre>
    </details>
  );
}
