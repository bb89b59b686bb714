/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import type { AuditEntry } from '../../../../store/read/trail.ts';
import type { Finding } from '../../../bilingual.ts';
import type { Frame } from '../../shared/frame.ts';
import { linkTo } from '../../shared/language.ts';
import { ListTable } from '../../shared/list-table.tsx';
import { dateTime } from '../../shared/shown.ts';
import { AdminLayout } from '../admin-layout.tsx';
import { Findings } from '../findings.tsx';
import { aboutOf, contentOf, kindName, pageOf, withoutMobiles } from './audit-words.ts';

type Props = {
  readonly frame: Frame;
  readonly asked: Asked;
  readonly choices: {
    readonly subjects: readonly string[];
    readonly kinds: readonly string[];
  };
  readonly entries: readonly AuditEntry[];
  readonly hasMore: boolean;
  /** Whether the audit chains are intact. */
  readonly chain: Finding | undefined;
};

export function AuditPage({ frame, asked, choices, entries, hasMore, chain }: Props) {
  const { words, language } = frame;
  const last = entries.at(-1);
  const behind = last && { ...asked, at: String(last.receivedAt), id: last.id };
  return (
    <AdminLayout frame={frame} at="/admin/audit" query={asked}>
      {chain && <Findings frame={frame} findings={[chain]} />}
      <form class="board-filter audit-filter" method="get" action="/admin/audit">
        <Choice frame={frame} name="subject" value={asked.subject} all={choices.subjects} />
        <Typed frame={frame} name="unit" value={asked.unit} type="text" />
        <Choice frame={frame} name="kind" value={asked.kind} all={choices.kinds} />
        <Typed frame={frame} name="actor" value={asked.actor} type="text" />
        <Typed frame={frame} name="from" value={asked.from} type="date" />
        <Typed frame={frame} name="to" value={asked.to} type="date" />
        <label class="tick">
          <input type="checkbox" name="refused" value="yes" checked={asked.refused === 'yes'} />{' '}
          {words.auditFilters.refused}
        </label>
        <button class="second" type="submit">
          {words.apply}
        </button>
        <a href={linkTo('/admin/audit.csv', language, asked)}>{words.exportCsv}</a>
      </form>
      {entries.length === 0 ? (
        <p>{words.noEntries}</p>
      ) : (
        <AuditTable frame={frame} entries={entries} />
      )}
      {hasMore && behind && (
        <p class="pages">
          <a href={linkTo('/admin/audit', language, behind)}>{words.older}</a>
        </p>
      )}
    </AdminLayout>
  );
}

type FieldProps = {
  readonly frame: Frame;
  readonly name: 'subject' | 'unit' | 'kind' | 'actor' | 'from' | 'to';
  readonly value: string;
};

const Choice = ({ frame, name, value, all }: FieldProps & { readonly all: readonly string[] }) => (
  <label>
    {frame.words.auditFilters[name]}
    <select name={name}>
      <option value="">{frame.words.anything}</option>
      {all.map((one) => (
        <option value={one} selected={one === value}>
          {name === 'kind' ? kindName(frame.words, one) : one}
        </option>
      ))}
    </select>
  </label>
);

const Typed = ({ frame, name, value, type }: FieldProps & { readonly type: 'text' | 'date' }) => (
  <label>
    {frame.words.auditFilters[name]}
    <input type={type} name={name} value={value} />
  </label>
);

type AuditTableProps = { readonly frame: Frame; readonly entries: readonly AuditEntry[] };

/** Who did what, and its outcome; the content is folded away. */
export const AuditTable = ({ frame, entries }: AuditTableProps) => (
  <ListTable
    columns={[
      frame.words.auditColumns.at,
      frame.words.auditColumns.about,
      frame.words.auditColumns.kind,
      frame.words.auditColumns.actor,
      frame.words.auditColumns.outcome,
    ]}
  >
    <tbody>
      {entries.map((entry) => (
        <Row frame={frame} entry={entry} />
      ))}
    </tbody>
  </ListTable>
);

function Row({ frame, entry }: { readonly frame: Frame; readonly entry: AuditEntry }) {
  const { words, language } = frame;
  const page = pageOf(entry);
  const content = contentOf(entry, words);
  return (
    <tr>
      <td class="when">{dateTime(frame, entry.receivedAt)}</td>
      <td>
        {page === null ? aboutOf(entry) : <a href={linkTo(page, language)}>{aboutOf(entry)}</a>}
      </td>
      <td>{kindName(words, entry.kind)}</td>
      <td>{entry.actor.name}</td>
      <td class="long">
        {!entry.outcome.ok && <span class="tag bad">{words.refusedWord}</span>}{' '}
        {withoutMobiles(entry.outcome.message)}
        {content.length > 0 && (
          <details>
            <summary>{words.auditColumns.content}</summary>
            <ul>
              {content.map((line) => (
                <li class="long">{line}</li>
              ))}
            </ul>
          </details>
        )}
      </td>
    </tr>
  );
}

/** The filter, as in the address; an empty value does not filter. */
export const NAMES = ['subject', 'unit', 'kind', 'actor', 'from', 'to', 'refused'] as const;
export type Asked = Readonly<Record<(typeof NAMES)[number], string>>;
