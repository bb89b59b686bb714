/** @jsxRuntime automatic @jsxImportSource hono/jsx */
/** Every unit's messages and what was done about it, folded. */

import { CHANNEL, DELIVERY, KIND, WAY } from '../../domain/field-words.ts';
import type { Zone } from '../../domain/time/time.ts';
import type { MessageRow, RoundResult } from '../result.ts';
import { standingNow } from './band.ts';
import { fateOf } from './marks.ts';
import type { Act, PageRecord, PageRound } from './read.ts';
import { anchorOf, groupsOf, type Row } from './rows.ts';
import { ACT, STANDING, shortDay, shortIso, shortTime, wordOf } from './words.ts';

type Props = { record: PageRecord; round: PageRound; result: RoundResult };

export const UnitDetails = ({ record, round, result }: Props) => (
  <section class="units">
    <h3>逐单位明细</h3>
    {groupsOf(round, result).map((group) => (
      <>
        <h4>{group.title}</h4>
        {group.rows.map((row) => (
          <Unit row={row} period={result.period} record={record} />
        ))}
      </>
    ))}
  </section>
);

type UnitProps = { row: Row; period: string; record: PageRecord };

// The name stands inside, so that a link to it opens the fold.
const Unit = ({ row, period, record }: UnitProps) => (
  <details>
    <summary>
      <b>{row.name}</b> {row.unit && <Stand row={row} record={record} />}
      <span class="tallies">{tallies(row.messages)}</span>
    </summary>
    <div id={anchorOf(period, row)}>
      {row.unit && row.unit.acts.length > 0 && <Acts acts={row.unit.acts} zone={record.zone} />}
      {row.messages.length > 0 && <MessageTable messages={row.messages} />}
    </div>
  </details>
);

function Stand({ row, record }: { row: Row; record: PageRecord }) {
  if (!row.unit) return null;
  const standing = standingNow(row.unit, record.endedAt);
  const { firstReceivedAt } = row.unit.obligation;
  return (
    <span class={`chip ${standing}`}>
      {STANDING[standing][0]}
      {firstReceivedAt === null ? '' : ` ${shortTime(firstReceivedAt, record.zone)}`}
    </span>
  );
}

function tallies(messages: readonly MessageRow[]): string {
  if (messages.length === 0) return '没有消息';
  const parts = Object.entries(DELIVERY)
    .map(([state, word]) => [word, messages.filter((m) => m.state === state).length] as const)
    .filter(([, number]) => number > 0);
  return [`${messages.length}条`, ...parts.map(([word, number]) => `${word}${number}`)].join(' ');
}

const Acts = ({ acts, zone }: { acts: readonly Act[]; zone: Zone }) => (
  <ol class="acts">
    {acts.map((act) => (
      <li>
        <time>{shortTime(act.at, zone)}</time> <b>{ACT[act.kind]}</b> {act.actor}
        {remarks(act, zone).map((remark) => (
          <span>{remark}</span>
        ))}
      </li>
    ))}
  </ol>
);

function remarks(act: Act, zone: Zone): string[] {
  const on = act.on === null ? null : `${act.kind === 'call' ? '承诺' : '期限'}${shortDay(act.on)}`;
  const really =
    act.reallyAt === null
      ? null
      : `${wordOf(WAY, act.way ?? 'other')}，实际收到 ${shortTime(act.reallyAt, zone)}`;
  return [on, really, act.said].filter((part) => part !== null && part !== '') as string[];
}

const MessageTable = ({ messages }: { messages: readonly MessageRow[] }) => (
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
