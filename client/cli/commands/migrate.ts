/** cuibao migrate: brings the database to the newest schema. */
import { migrate } from '../../../store/migrate.ts';
import { type Context, databaseUrl } from '../context.ts';
import { during, say } from '../terminal/say.ts';

export async function migrateDatabase(context: Context): Promise<void> {
  const done = await during('正在升级数据库结构', migrate(databaseUrl(await context.settings())));
  say(done.length === 0 ? '数据库结构已是最新。' : `数据库结构已升级：${done.join('、')}。`);
}
