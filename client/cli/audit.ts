/** cuibao audit: who did what, newest first; mobiles are masked. */
import { maskMobilesIn } from '../../domain/people/masked.ts';
import { findUnit } from '../../domain/plan/roster.ts';
import { type AuditFilter, allOfAuditTrail, readAuditTrail } from '../../store/read/trail.ts';
import { aboutOf } from '../web/admin/audit/audit-words.ts';
import { type Context, type Deps, withPlan } from './context.ts';
import { say, sayJson } from './terminal/say.ts';
import { table } from './terminal/table.ts';
import { moment } from './terminal/time.ts';

type Options = {
  unit?: string;
  kind?: string;
  refused?: true;
  limit: number;
  csv?: true;
  json?: true;
};

export const audit = (context: Context, options: Options): Promise<void> =>
  withPlan(context, async (deps) => {
    const { pool, plan, rules } = deps;
    const { zone } = rules;
    const unit = options.unit === undefined ? undefined : findUnit(plan, options.unit).code;
    const filter = { unit, kind: options.kind, refusedOnly: options.refused ?? false };
    if (options.csv) return writeCsv(deps, filter);
    const entries = await readAuditTrail(pool, plan.id, filter, { limit: options.limit });
    if (options.json) {
      return sayJson(
        maskMobilesIn(
          entries.map(({ receivedAt, ...entry }) => ({ at: zone.iso(receivedAt), ...entry })),
        ),
      );
    }
    const columns = [
      { title: '时间', width: 16 },
      { title: '对象', width: 20 },
      { title: '操作人', width: 16 },
      { title: '结果', width: 60 },
    ];
    say(
      table(
        columns,
        entries.map((entry) => [
          moment(entry.receivedAt, zone),
          aboutOf(entry),
          entry.actor.name,
          `${entry.outcome.ok ? '' : '未受理：'}${entry.outcome.message}`,
        ]),
      ),
    );
  });

/** Every matching entry; `--limit` does not apply. */
async function writeCsv({ pool, plan, rules }: Deps, filter: AuditFilter): Promise<void> {
  const { csvOf } = await import('../web/admin/audit/audit-words.ts');
  const { wordsIn } = await import('../web/shared/language.ts');
  const entries = allOfAuditTrail(pool, plan.id, filter);
  for await (const line of csvOf({ words: wordsIn('zh'), rules }, entries)) {
    await new Promise((written) => process.stdout.write(line, written));
  }
}
