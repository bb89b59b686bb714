/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Finding } from '../../bilingual.ts';
import type { Frame } from '../shared/frame.ts';
import type { Words } from '../shared/language.ts';

const SIGNS = { ok: '●', warning: '▲', failed: '✕' } as const;
const TONES = { ok: 'good', warning: 'wait', failed: 'bad' } as const;

type Props = { readonly frame: Frame; readonly findings: readonly Finding[] };

/** One line for each check: sign, word, sentence. */
export const Findings = ({ frame: { words, language }, findings }: Props) => (
  <table class="list findings">
    <tbody>
      {findings.map(({ name, level, message }) => (
        <tr>
          <th scope="row">{checkName(words, name)}</th>
          <td>
            <span class={`light ${TONES[level]}`}>
              <i aria-hidden="true">{SIGNS[level]}</i> {words.levels[level]}
            </span>
          </td>
          <td class="long">{message[language]}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

export const checkName = (words: Words, name: string): string =>
  name in words.checks ? words.checks[name as CheckName] : name;

type CheckName = keyof Words['checks'];
