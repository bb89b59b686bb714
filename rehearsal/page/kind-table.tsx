/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { DELIVERY } from '../../client/state-words.ts';
import { KIND } from '../../domain/plan/message-kinds.ts';
import type { MessageRow } from '../result.ts';
import { wordOf } from './words.ts';

/** How many messages of each kind came to which end; kinds and ends that did not occur are left out. */
export function KindTable({ messages }: { messages: readonly MessageRow[] }) {
  const states = inOrder(DELIVERY, new Set(messages.map(({ state }) => state)));
  const kinds = inOrder(KIND, new Set(messages.map(({ kind }) => kind)));
  const number = (test: (message: MessageRow) => boolean) => messages.filter(test).length;
  return (
    <section>
      <h3>消息</h3>
      <table class="numbers-table">
        <thead>
          <tr>
            <th scope="col">种类</th>
            {states.map((state) => (
              <th scope="col">{wordOf(DELIVERY, state)}</th>
            ))}
            <th scope="col">合计</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr>
              <th scope="row">{wordOf(KIND, kind)}</th>
              {states.map((state) => (
                <td>{number((m) => m.kind === kind && m.state === state) || '·'}</td>
              ))}
              <td>{number((m) => m.kind === kind)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">合计</th>
            {states.map((state) => (
              <td>{number((m) => m.state === state)}</td>
            ))}
            <td>{messages.length}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

/** Known words first, in their own order; then what has no word yet. */
function inOrder(words: Readonly<Record<string, string>>, found: ReadonlySet<string>): string[] {
  const known = Object.keys(words);
  return [...known.filter((key) => found.has(key)), ...[...found].filter((key) => !(key in words))];
}
