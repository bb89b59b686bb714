/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { AuditEntry } from '../../../../store/read/trail.ts';
import {
  aboutOf,
  contentOf,
  kindName,
  pageOf,
  withoutMobiles,
} from '../../admin/audit/audit-words.ts';
import type { Frame } from '../../shared/frame.ts';
import { linkTo } from '../../shared/language.ts';
import { ListTable } from '../../shared/list-table.tsx';
import { dateTime } from '../../shared/shown.ts';

type AuditTableProps = { readonly frame: Frame; readonly entries: readonly AuditEntry[] };

/** Who did what, with what came of it; the whole content folded away. */
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
