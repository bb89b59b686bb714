/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Finding } from '../../../doctor/finding.ts';
import type { Words } from '../../words.ts';

const SIGNS = { ok: '●', warning: '▲', failed: '✕' } as const;
const TONES = { ok: 'good', warning: 'wait', failed: 'bad' } as const;

type Props = { readonly words: Words; readonly findings: readonly Finding[] };

/** One line a check: a sign, a word, and a sentence. */
export const Findings = ({ words, findings }: Props) => (
  <table class="list findings">
    <tbody>
      {findings.map(({ name, level, message }) => (
        <tr>
          <th scope="row">{name in words.checks ? words.checks[name as CheckName] : name}</th>
          <td>
            <span class={`light ${TONES[level]}`}>
              <i aria-hidden="true">{SIGNS[level]}</i> {words.levels[level]}
            </span>
          </td>
          <td class="long">{message}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

type CheckName = keyof Words['checks'];
