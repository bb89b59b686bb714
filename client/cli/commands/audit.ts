/** cuibao audit: the trail of who did what, newest first. */

import { findUnit } from '../../../domain/roster.ts';
import { type AuditEntry, readAuditTrail } from '../../../store/audit-trail.ts';
import { type Context, inOffice } from '../context.ts';
import { moment } from '../show-time.ts';
import { table } from '../table.ts';
import { say, sayJson } from '../terminal.ts';

type Options = { unit?: string; kind?: string; refused?: true; limit: number; json?: true };

export const audit = (context: Context, options: Options): Promise<void> =>
  inOffice(context, async ({ pool, plan, rules: { zone } }) => {
    const unit = options.unit === undefined ? undefined : findUnit(plan, options.unit).code;
    const filter = { unit, kind: options.kind, refusedOnly: options.refused ?? false };
    const entries = await readAuditTrail(pool, plan.id, filter, { limit: options.limit });
    if (options.json) {
      return sayJson(
        entries.map(({ receivedAt, ...entry }) => ({ at: zone.iso(receivedAt), ...entry })),
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

const aboutOf = ({ subject, obligation }: AuditEntry): string =>
  (obligation ?? subject).split('/').slice(1).join(' ') || subject;
