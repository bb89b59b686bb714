/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { FolderProblem } from '../../../../gateways/plan-folder/read-folder.ts';
import type { Words } from '../../shared/language.ts';
import { ListTable } from '../../shared/list-table.tsx';

type ProblemsProps = { readonly words: Words; readonly problems: readonly FolderProblem[] };

/** Everything that is wrong with an upload at once: where, what stands there, and what to do. */
export const ImportProblems = ({ words, problems }: ProblemsProps) => (
  <section role="alert">
    <p class="problem">{words.importProblems(problems.length)}</p>
    <ListTable columns={Object.values(words.problemColumns)}>
      <tbody>
        {problems.map(({ file, line, cell, value, message, remedy }) => (
          <tr>
            <td data-label={words.problemColumns.file}>{file}</td>
            <td class="number" data-label={words.problemColumns.line}>
              {[line, cell].filter((part) => part !== null).join(' ')}
            </td>
            <td class="long">{value}</td>
            <td class="long">{message}</td>
            <td class="long">{remedy}</td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  </section>
);
