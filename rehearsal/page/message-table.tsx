/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { CHANNEL, DELIVERY } from '../../client/state-words.ts';
import { KIND } from '../../domain/plan/message-kinds.ts';
import type { MessageRow } from '../result.ts';
import { fateOf } from './marks.ts';
import { shortIso, wordOf } from './words.ts';

export const MessageTable = ({ messages }: { messages: readonly MessageRow[] }) => (
  <div class="box">
    <table class="messages">
      <thead>
        <tr>
          <th scope="col">计划</th>
          <th scope="col">发出</th>
          <th scope="col">种类</th>
          <th scope="col">渠道</th>
          <th scope="col">收件人</th>
          <th scope="col">结果</th>
          <th scope="col">原因</th>
        </tr>
      </thead>
      <tbody>
        {messages.map((message) => (
          <tr class={fateOf(message.state)}>
            <td>{shortIso(message.at)}</td>
            <td>{message.sentAt === null ? '—' : shortIso(message.sentAt)}</td>
            <td>{wordOf(KIND, message.kind)}</td>
            <td>{wordOf(CHANNEL, message.channel)}</td>
            <td>{message.person ?? '—'}</td>
            <td class="fate">{wordOf(DELIVERY, message.state)}</td>
            <td>{message.reason ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
