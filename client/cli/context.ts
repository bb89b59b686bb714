import type { Plan } from '../../domain/plan/plan.ts';
import { Problem } from '../../domain/problem.ts';
import type { Instant, Now } from '../../domain/time/time.ts';
import type { Pool } from '../../store/db/pool.ts';
import type { Settings as Fixed } from '../../store/read/installation.ts';
import type { Rules } from '../../store/read/plans.ts';

/** The settings of the environment that commands read; no command needs all of them. */
export type Settings = {
  readonly DATABASE_URL?: string | undefined;
  readonly TEMPORAL_ADDRESS?: string | undefined;
  readonly PLAN?: string | undefined;
  readonly WEB_URL?: string | undefined;
  readonly SMS_GATEWAY?: string | undefined;
  readonly SMS_GATEWAY_FILE?: string | undefined;
  readonly SMS_URL?: string | undefined;
  readonly BUREAU_ROBOT?: string | undefined;
  readonly BOUNCE_ADDRESS?: string | undefined;
  readonly BOUNCE_SECRET?: string | undefined;
};

export type Context = {
  /** Reads them. @throws Problem `invalid` naming every wrong setting */
  readonly settings: () => Promise<Settings>;
};

/** The open database and its clock in plan time. */
export type Database = {
  readonly pool: Pool;
  readonly fixed: Fixed;
  readonly now: Now;
  readonly planId: string;
  readonly settings: Settings;
};

/** The open database with the plan in force. */
export type Deps = Database & { readonly plan: Plan; readonly rules: Rules };

/** A unit's report as people name it: `2018H1`, and the unit by code, name or alias. */
export type WhichUnit = { readonly period: string; readonly unit: string };

/** Runs an action with the plan in force. @throws Problem `not_found` when none was imported, `unavailable` without a database */
export const withPlan = <T>(context: Context, work: (deps: Deps) => Promise<T>): Promise<T> =>
  withDatabase(context, async (database) => {
    const { readRules } = await import('../../store/read/plans.ts');
    const rules = await readRules(database.pool, database.planId);
    return work({ ...database, rules, plan: rules.plan });
  });

/** Opens the database for one action and closes it afterwards. @throws Problem `unavailable` without a database */
export async function withDatabase<T>(
  context: Context,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const settings = await context.settings();
  const { connect } = await import('../../store/db/pool.ts');
  const { readSettings } = await import('../../store/read/installation.ts');
  const { toPlan } = await import('../../domain/time/plan-time.ts');
  const pool = connect(databaseUrl(settings), 3);
  try {
    const fixed = await readSettings(pool);
    const now = async (): Promise<Instant> => toPlan(Date.now(), fixed.offsetMs);
    return await work({ pool, fixed, now, planId: planOf(settings), settings });
  } finally {
    await pool.end();
  }
}

export function databaseUrl({ DATABASE_URL }: Settings): string {
  if (DATABASE_URL !== undefined) return DATABASE_URL;
  throw new Problem(
    'unavailable',
    '不知道数据库在哪里：没有正在运行的 cuibao，也没有设置 DATABASE_URL。请先运行 npm start，或设置 DATABASE_URL 后重试。',
  );
}

export const planOf = ({ PLAN }: Settings): string => PLAN ?? 'zhongshan-2017-2020';
