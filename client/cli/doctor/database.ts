/** What only the database can tell. Without it, or without its tables, the rest is not asked. */
import { brokenChains } from '../../../store/broken-chains.ts';
import { CLOCKS_MAY_DIFFER_MS, clockDifference } from '../../../store/clocks.ts';
import { outboxBacklog } from '../../../store/outbox.ts';
import { pendingMigrations } from '../../../store/pending-migrations.ts';
import { connect, type Pool } from '../../../store/pool.ts';
import { type Context, databaseUrl, inOffice } from '../context.ts';
import { failureOf } from '../failures.ts';
import { type Finding, failed, few, ok, warning } from './finding.ts';
import { checkPlan } from './plan.ts';

const OUTBOX_ALARM_SECONDS = 60;

export async function checkDatabase(context: Context): Promise<Finding[]> {
  try {
    const pool = connect(databaseUrl(await context.settings()), 2);
    try {
      const schema = await checkSchema(pool);
      if (schema.level === 'failed') return [ok('数据库', '有应答'), schema];
      const own = [await checkClocks(pool), await checkOutbox(pool), await checkChains(pool)];
      return [ok('数据库', '有应答'), schema, ...own, ...(await checkRecord(context))];
    } finally {
      await pool.end();
    }
  } catch (error) {
    return [failed('数据库', failureOf(error).sentence)];
  }
}

async function checkSchema(pool: Pool): Promise<Finding> {
  const pending = await pendingMigrations(pool);
  return pending.length === 0
    ? ok('数据库结构', '最新')
    : failed('数据库结构', `还缺 ${pending.join('、')}；请运行 cuibao migrate。`);
}

async function checkClocks(pool: Pool): Promise<Finding> {
  const difference = await clockDifference(pool);
  return Math.abs(difference) <= CLOCKS_MAY_DIFFER_MS
    ? ok('时钟', `本机与数据库相差${difference}毫秒`)
    : failed('时钟', `本机与数据库相差${(difference / 1000).toFixed(1)}秒，已暂停接收；请校准。`);
}

async function checkOutbox(pool: Pool): Promise<Finding> {
  const { waiting, oldestSeconds } = await outboxBacklog(pool);
  return oldestSeconds < OUTBOX_ALARM_SECONDS
    ? ok('待通知', waiting === 0 ? '没有积压' : `${waiting}条正在转达`)
    : failed(
        '待通知',
        `${waiting}条没有转达给 Temporal，最早的已等${Math.round(oldestSeconds)}秒；请检查 worker 和 Temporal 是否在运行。`,
      );
}

async function checkChains(pool: Pool): Promise<Finding> {
  const { chains, broken } = await brokenChains(pool);
  return broken.length === 0
    ? ok('审计链', `${chains}条完好`)
    : failed('审计链', `从这里起对不上：${few(broken)}。有人改动过记录，请从备份核对。`);
}

/** No plan yet is the state of a new installation, not a fault. */
async function checkRecord(context: Context): Promise<Finding[]> {
  try {
    return await inOffice(context, checkPlan);
  } catch (error) {
    return [warning('方案', failureOf(error).sentence)];
  }
}
