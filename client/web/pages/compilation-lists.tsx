/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Compilation } from '../../../domain/compilation/compilation.ts';
import type { Words } from '../shared/language.ts';
import { ListTable } from '../shared/list-table.tsx';

type ListsProps = { readonly words: Words; readonly data: Compilation };

/** Who reported when and how, and who did not. */
export const CompilationLists = ({ words, data }: ListsProps) => (
  <>
    <h2>{`${words.missingUnits}（${data.missing.length}）`}</h2>
    {data.missing.length > 0 && (
      <ListTable columns={[words.unit, words.due, words.situation]}>
        <tbody>
          {data.missing.map((row) => (
            <tr>
              <th scope="row">{row.unitName}</th>
              <td>{row.due}</td>
              <td class="long">{row.situation}</td>
            </tr>
          ))}
        </tbody>
      </ListTable>
    )}
    <h2>{`${words.arrivals}（${data.arrivals.length}）`}</h2>
    <ListTable
      columns={[
        words.unit,
        words.state,
        words.firstReceived,
        words.way,
        words.timeliness,
        words.note,
      ]}
    >
      <tbody>
        {data.arrivals.map((row) => (
          <tr>
            <th scope="row">{row.unitName}</th>
            <td>{row.state}</td>
            <td>{row.firstReceived}</td>
            <td>{row.way}</td>
            <td>{row.onTime}</td>
            <td class="long">{row.note}</td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  </>
);
