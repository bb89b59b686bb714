/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { MessageKind } from '../../../domain/plan/message-kinds.ts';
import type { MessageRow } from '../../../store/read/messages.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { ListTable } from '../shared/list-table.tsx';
import { dateTime, periodName, shortTime } from '../shared/shown.ts';

type Props = {
  readonly frame: Frame;
  readonly period: string;
  readonly kind: string | undefined;
  readonly number: number;
  readonly pages: number;
  readonly kinds: readonly { readonly kind: MessageKind; readonly number: number }[];
  readonly rows: readonly MessageRow[];
};

/** All messages of a round, newest first. */
export function MessagesPage(props: Props) {
  const { frame, period, kind, number, rows } = props;
  const { words, language } = frame;
  const query = { ...(kind && { kind }), ...(number > 1 && { page: String(number) }) };
  return (
    <Layout
      frame={frame}
      title={`${period} ${words.messages}`}
      here={`/${period}/messages`}
      query={query}
      period={period}
      wide
    >
      <h1>{`${periodName(language, period)} · ${words.messages}`}</h1>
      <Filter {...props} />
      {rows.length === 0 ? <p>{words.noMessages}</p> : <Rows {...props} />}
      <Pages {...props} />
    </Layout>
  );
}

function Filter({ frame, period, kind, kinds }: Props) {
  const { words, language } = frame;
  const total = kinds.reduce((sum, one) => sum + one.number, 0);
  const link = (to: string) => linkTo(`/${period}/messages`, language, { kind: to });
  return (
    <p class="filter">
      <a href={link('')} aria-current={kind === undefined ? 'true' : undefined}>
        {`${words.all} ${total}`}
      </a>
      {kinds.map((one) => (
        <a href={link(one.kind)} aria-current={kind === one.kind ? 'true' : undefined}>
          {`${words.kinds[one.kind]} ${one.number}`}
        </a>
      ))}
    </p>
  );
}

const Rows = ({ frame, rows }: Props) => (
  <ListTable
    kind="messages"
    columns={[
      frame.words.sentAt,
      frame.words.kind,
      frame.words.channel,
      frame.words.person,
      frame.words.state,
      frame.words.subject,
    ]}
  >
    <tbody>
      {rows.map((row) => (
        <Row frame={frame} row={row} />
      ))}
    </tbody>
  </ListTable>
);

function Row({ frame, row }: { frame: Frame; row: MessageRow }) {
  const { words, language } = frame;
  const planned = dateTime(frame, row.at);
  return (
    <tr>
      <td class="when" title={`${words.plannedAt} ${planned}`}>
        {shortTime(frame, row.settledAt ?? row.at)}
      </td>
      <td>{words.kinds[row.kind]}</td>
      <td>{words.channels[row.channel]}</td>
      <td>{row.person}</td>
      <td class={row.state === 'sent' || row.state === 'delivered' ? '' : 'bad'}>
        {words.deliveryStates[row.state]}
      </td>
      <td class="says">
        <a href={linkTo(`/messages/${row.reference}`, language)}>
          {row.subject || row.text || '—'}
        </a>
      </td>
    </tr>
  );
}

function Pages({ frame, period, kind = '', number, pages }: Props) {
  if (pages === 1) return null;
  const link = (to: number) =>
    linkTo(`/${period}/messages`, frame.language, { kind, page: String(to) });
  return (
    <p class="pages">
      {number > 1 && <a href={link(number - 1)}>{frame.words.newer}</a>} {`${number} / ${pages}`}{' '}
      {number < pages && <a href={link(number + 1)}>{frame.words.older}</a>}
    </p>
  );
}
