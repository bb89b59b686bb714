/** What a rehearsal came to, for the terminal. */
import path from 'node:path';
import { DELIVERY } from '../client/state-words.ts';
import { wordOf } from './page/words.ts';
import { PAGE } from './page/write.ts';
import type { Rehearsed } from './result.ts';

export function summaryOf(result: Rehearsed, out: string): string {
  const lines = [`${result.year} 年度演练完成，用时 ${result.seconds} 秒。`];
  for (const round of result.rounds) {
    const states = tally(round.messages.map((message) => message.state));
    const late = round.obligations.filter((obligation) => obligation.late).length;
    const missing = round.obligations.filter(
      (o) => o.state === 'open' || o.state === 'returned',
    ).length;
    lines.push(
      '',
      `${round.period}：应报 ${round.owed}，迟报 ${late}，未报 ${missing}；汇总 ${round.documents.length} 版，最新一版 ${round.compiledAt ?? '无'}`,
      `  消息：${states.map(([state, n]) => `${wordOf(DELIVERY, state)} ${n}`).join('，')}`,
    );
  }
  lines.push('', `时间线：${path.join(out, PAGE)}`, `汇总报告：${out}`);
  for (const refusal of result.refused) lines.push(`脚本中的操作被拒：${refusal}`);
  const { violations } = result;
  if (violations.length === 0) lines.push('核对：每个节点都有着落，已报单位没有再收到提醒。');
  else lines.push(`核对发现 ${violations.length} 处问题：`, ...violations.map((v) => `  ${v}`));
  return lines.join('\n');
}

function tally(states: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const state of states) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a);
}
