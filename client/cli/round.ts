/** cuibao compile: asks for a new version and waits for it; the worker makes it. */
import { writeFile } from 'node:fs/promises';
import { Problem } from '../../domain/problem.ts';
import type { Pool } from '../../store/db/transaction.ts';
import { type Compiled, newestCompilation, readCompiled } from '../../store/read/compilations.ts';
import { onRound, roundOf } from '../command.ts';
import { type Context, inOffice } from './context.ts';
import { type ActOptions, answer, wishOf } from './terminal/answer.ts';
import { aside, during } from './terminal/say.ts';

const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 250;

export const compile = (
  context: Context,
  period: string,
  options: ActOptions & { wait: boolean; output?: string },
): Promise<void> =>
  inOffice(context, async (office) => {
    const { pool, plan, rules } = office;
    const round = roundOf(plan, period);
    const before = await newestCompilation(pool, round);
    const outcome = await onRound(office, wishOf(office, 'bureau', options), round, {
      kind: 'compile',
    });
    answer(outcome, rules.zone, options);
    if (!outcome.ok || !options.wait) return;
    const made = await during('正在汇总', newVersion(pool, round, before?.version ?? 0));
    if (made === null) {
      throw new Problem(
        'unavailable',
        '汇总请求已登记，但后台服务还没有完成；它恢复后会自动生成，稍后用 cuibao board 查看。',
      );
    }
    aside(`第${made.version}版汇总报告已生成，未报${made.outstanding}个单位。`);
    if (options.output !== undefined) await save(pool, round, made.version, options.output);
  });

async function newVersion(pool: Pool, round: string, after: number): Promise<Compiled | null> {
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_EVERY_MS) {
    const newest = await newestCompilation(pool, round);
    if (newest && newest.version > after) return newest;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return null;
}

async function save(pool: Pool, round: string, version: number, file: string): Promise<void> {
  const compiled = await readCompiled(pool, round, version);
  if (!compiled) return;
  await writeFile(file, compiled.document);
  aside(`已写入 ${file}。`);
}
