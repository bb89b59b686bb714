/** `rehearse` as the command line starts it: a process of its own, because it runs a whole installation. */

import path from 'node:path';
import { parseArgs } from 'node:util';
import { readSomeConfig } from '../config.ts';
import { DELIVERY } from '../domain/field-words.ts';
import { Problem } from '../domain/problem.ts';
import { instant } from '../domain/time/time.ts';
import { shippedCalendar } from '../gateways/calendar/holidays.ts';
import { problemLine } from '../gateways/plan-folder/folder-problem.ts';
import { readPlanFolder } from '../gateways/plan-folder/read-folder.ts';
import { wordOf } from './page/words.ts';
import { PAGE } from './page/write.ts';
import { rehearse } from './rehearse.ts';
import type { Rehearsed } from './result.ts';
import { readScript } from './script/events.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    until: { type: 'string' },
    script: { type: 'string' },
    json: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
});

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function main(): Promise<number> {
  const config = readSomeConfig(process.env);
  const [folder = '', year = ''] = positionals;
  const { plan, problems } = await readPlanFolder(folder);
  if (!plan) throw new Problem('invalid', problems.map(problemLine).join('\n'));
  const out = values.out ?? path.join('.cuibao', `rehearsal-${year}`);
  const result = await rehearse({
    plan,
    calendar: shippedCalendar(),
    year: Number(year),
    events: values.script === undefined ? null : await readScript(values.script),
    until: values.until === undefined ? null : instantOf(values.until),
    adminUrl: config.DATABASE_ADMIN_URL,
    testServerPath: config.TEMPORAL_TEST_SERVER_PATH,
    out,
    onMoment: progress,
  });
  progress(null);
  if (values.json) console.log(JSON.stringify(result, null, 2));
  else console.log(summaryOf(result, out));
  return result.violations.length === 0 ? 0 : 1;
}

function instantOf(text: string) {
  const at = Date.parse(text);
  if (!Number.isNaN(at)) return instant(at);
  throw new Problem('invalid', `“${text}”不是时刻；请写成 2018-07-17T10:30:00+08:00。`);
}

/** Shows on one terminal line which day the rehearsal has reached. */
function progress(at: number | null): void {
  if (!process.stderr.isTTY) return;
  const day =
    at === null ? '' : new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  process.stderr.write(at === null ? '\r\u001b[K' : `\r演练中 ${day} …\u001b[K`);
}

/** The result, for the terminal. */
function summaryOf(result: Rehearsed, out: string): string {
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
