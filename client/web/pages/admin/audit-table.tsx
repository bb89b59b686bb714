/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { AuditEntry } from '../../../../store/audit-trail.ts';
import { aboutOf, contentOf, kindName } from '../../audit-words.ts';
import type { Frame } from '../../frame.ts';
import { dateTime } from '../../shown.ts';

type Props = { readonly frame: Frame; readonly entries: readonly AuditEntry[] };

/** Who did what, with what came of it; the whole content folded away. */
export const AuditTable = ({ frame, entries }: Props) => (
  <table class="list">
    <thead>
      <tr>
        <th scope="col">{frame.words.auditColumns.at}</th>
        <th scope="col">{frame.words.auditColumns.about}</th>
        <th scope="col">{frame.words.auditColumns.kind}</th>
        <th scope="col">{frame.words.auditColumns.actor}</th>
        <th scope="col">{frame.words.auditColumns.outcome}</th>
      </tr>
    </thead>
    <tbody>
      {entries.map((entry) => (
        <tr>
          <td class="when">{dateTime(frame, entry.receivedAt)}</td>
          <td>{aboutOf(entry)}</td>
          <td>{kindName(frame.words, entry.kind)}</td>
          <td>{entry.actor.name}</td>
          <td class="long">
            {!entry.outcome.ok && <span class="tag bad">{frame.words.refusedWord}</span>}{' '}
            {entry.outcome.message}
            <details>
              <summary>{frame.words.auditColumns.content}</summary>
              <pre class="letter">{contentOf(entry)}</pre>
            </details>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
