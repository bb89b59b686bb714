/** What only the database can tell. Without it, or without its tables, the rest is not asked. */
import { pendingMigrations } from '../../../store/db/migrate.ts';
import { connect, type Pool } from '../../../store/db/transaction.ts';
import { type Finding, failed, ok, plain, warning } from '../../bilingual.ts';
import { checkPlan } from '../../doctor/plan.ts';
import { checkServer } from '../../doctor/server.ts';
import { checkSms } from '../../doctor/sms.ts';
import { type Context, databaseUrl, inOffice } from '../context.ts';
import { failureOf } from '../terminal/exit-code.ts';

export async function checkDatabase(context: Context): Promise<Finding[]> {
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

/** No plan yet is the state of a new installation, not a fault. */
async function checkRecord(context: Context): Promise<Finding[]> {
  try {
    return await inOffice(context, async (office) => [
      ...(await checkPlan(office)),
      ...(await checkSms(office)),
    ]);
  } catch (error) {
    return [warning('方案', plain(failureOf(error).sentence))];
  }
}
