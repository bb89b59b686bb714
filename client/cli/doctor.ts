/** cuibao doctor: checks the installation and says what to do about each problem. */
import colors from 'picocolors';
import { pendingMigrations } from '../../store/db/migrate.ts';
import { connect, type Pool } from '../../store/db/pool.ts';
import { type Finding, failed, ok, plain, warning } from '../bilingual.ts';
import { checkPlan } from '../doctor/plan.ts';
import { checkServer } from '../doctor/server.ts';
import { checkSms } from '../doctor/sms.ts';
import { checkTemporal } from '../doctor/temporal.ts';
import { type Context, databaseUrl, withPlan } from './context.ts';
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
    checkTemporal(settings.read.TEMPORAL_ADDRESS),
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

/** Stops at the first failure: without the database or its tables the other checks cannot run. */
async function checkDatabase(context: Context): Promise<Finding[]> {
  try {
    const pool = connect(databaseUrl(await context.settings()), 2);
    try {
      const schema = await checkSchema(pool);
      if (schema.level === 'failed') return [ok('数据库', plain('有应答')), schema];
      const own = await checkServer(pool);
      return [ok('数据库', plain('有应答')), schema, ...own, ...(await checkRecord(context))];
    } finally {
      await pool.end();
    }
  } catch (error) {
    return [failed('数据库', plain(failureOf(error).sentence))];
  }
}

async function checkSchema(pool: Pool): Promise<Finding> {
  const pending = await pendingMigrations(pool);
  return pending.length === 0
    ? ok('数据库结构', plain('最新'))
    : failed('数据库结构', plain(`还缺 ${pending.join('、')}；请运行 cuibao migrate。`));
}

/** A new installation has no plan yet, so that is a warning and not a failure. */
async function checkRecord(context: Context): Promise<Finding[]> {
  try {
    return await withPlan(context, async (deps) => [
      ...(await checkPlan(deps)),
      ...(await checkSms(deps)),
    ]);
  } catch (error) {
    return [warning('方案', plain(failureOf(error).sentence))];
  }
}
