/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Compilation } from '../../../domain/compilation.ts';
import type { Words } from '../words.ts';

type Props = { readonly words: Words; readonly data: Compilation };

/** Who reported when and how, and who did not. */
export const CompilationLists = ({ words, data }: Props) => (
  <>
    <h2>{`${words.missingUnits}（${data.missing.length}）`}</h2>
    {data.missing.length > 0 && (
      <table class="list">
        <thead>
          <tr>
            <th scope="col">{words.unit}</th>
            <th scope="col">{words.due}</th>
            <th scope="col">{words.situation}</th>
          </tr>
        </thead>
        <tbody>
          {data.missing.map((row) => (
            <tr>
              <th scope="row">{row.unitName}</th>
              <td>{row.due}</td>
              <td class="long">{row.situation}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
    <h2>{`${words.arrivals}（${data.arrivals.length}）`}</h2>
    <table class="list">
      <thead>
        <tr>
          <th scope="col">{words.unit}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">{words.firstReceived}</th>
          <th scope="col">{words.way}</th>
          <th scope="col">{words.timeliness}</th>
          <th scope="col">{words.note}</th>
        </tr>
      </thead>
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
    </table>
  </>
);
