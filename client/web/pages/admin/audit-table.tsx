/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { AuditEntry } from '../../../../store/audit-trail.ts';
import { aboutOf, contentOf, kindName, pageOf, withoutMobiles } from '../../audit-words.ts';
import type { Frame } from '../../frame.ts';
import { dateTime } from '../../shown.ts';
import { linkTo } from '../../words.ts';

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
        <Row frame={frame} entry={entry} />
      ))}
    </tbody>
  </table>
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
