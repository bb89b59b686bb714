/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { AuditEntry } from '../../../../store/read/trail.ts';
import type { Finding } from '../../../bilingual.ts';
import type { Asked } from '../../audit-asked.ts';
import { AuditTable } from '../../pages/admin/audit-table.tsx';
import type { Frame } from '../../shared/frame.ts';
import { linkTo } from '../../shared/language.ts';
import { AdminLayout } from '../admin-layout.tsx';
import { Findings } from '../findings.tsx';
import { kindName } from './audit-words.ts';

type Props = {
  readonly frame: Frame;
  readonly asked: Asked;
  readonly choices: {
    readonly subjects: readonly string[];
    readonly kinds: readonly string[];
  };
  readonly entries: readonly AuditEntry[];
  readonly hasMore: boolean;
  /** Whether the hashes of all chains fit. */
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
