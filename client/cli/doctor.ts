/** cuibao doctor: what is in order, what is not, and what to do about it. */
import colors from 'picocolors';
import { type Finding, failed, ok, plain } from '../bilingual.ts';
import { checkTemporal } from '../doctor/temporal.ts';
import type { Context } from './context.ts';
import { checkDatabase } from './doctor/database.ts';
import { failureOf } from './terminal/exit-code.ts';
import { during, say, sayJson } from './terminal/say.ts';

const MARKS = { ok: colors.green('✓'), warning: colors.yellow('!'), failed: colors.red('✗') };

export async function doctor(context: Context, { json }: { json?: true }): Promise<void> {
  const checks = await during('正在检查', examine(context));
  const healthy = checks.every(({ level }) => level !== 'failed');
  if (!healthy) process.exitCode = 1;
  if (json) {
    const lines = checks.map(({ name, level, message }) => ({ name, level, message: message.zh }));
    return sayJson({ ok: healthy, checks: lines });
  }
  for (const { level, name, message } of checks) say(`${MARKS[level]} ${name}：${message.zh}`);
}

async function examine(context: Context): Promise<Finding[]> {
  const settings = await context.settings().then(
    (read) => ({ read, finding: ok('设置', plain('没有错误')) }),
    (error: unknown) => ({ read: null, finding: failed('设置', plain(failureOf(error).sentence)) }),
  );
  if (settings.read === null) return [node(), settings.finding];
  const [temporal, database] = await Promise.all([
    checkTemporal(settings.read),
    checkDatabase(context),
  ]);
  return [node(), settings.finding, ...database, temporal];
}

function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const message = `${process.version}`;
  return major > 20 || (major === 20 && minor >= 19)
    ? ok('Node.js', plain(message))
    : failed('Node.js', plain(`${message} 太旧，需要 20.19 或更新。`));
}
