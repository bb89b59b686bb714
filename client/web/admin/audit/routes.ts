import { type Instant, timeOfDay } from '../../../../domain/time/time.ts';
import {
  type AuditFilter,
  allOfAuditTrail,
  readAuditChoices,
  readAuditTrail,
} from '../../../../store/read/trail.ts';
import { parseDay } from '../../../typed-time.ts';
import { createRoutes, type Routes } from '../../access/routes.tsx';
import type { Request } from '../../access/visitor.ts';
import type { Deps } from '../../deps.ts';
import { attachment } from '../../shared/download.ts';
import { type Frame, readFrame } from '../../shared/frame.ts';
import type { HealthChecks } from '../health.ts';
import { type Asked, AuditPage, NAMES } from './audit-page.tsx';
import { csvOf } from './audit-words.ts';

const PAGE_SIZE = 100;

/** The audit trail: filtered, page by page, and as CSV. */
export function auditRoutes(deps: Deps, health: HealthChecks): Routes {
  const routes = createRoutes();
  const { pool, plan } = deps;

  routes.get('/admin/audit', 'administer', async (c) => {
    const frame = await readFrame(c, deps);
    const asked = askedOf(c);
    const at = Number(c.req.query('at'));
    const id = c.req.query('id');
    const behind = id && at ? { receivedAt: at as Instant, id } : undefined;
    const entries = await readAuditTrail(pool, plan, filterOf(frame, asked), {
      limit: PAGE_SIZE,
      behind,
    });
    const choices = await readAuditChoices(pool, plan);
    const hasMore = entries.length === PAGE_SIZE;
    const { findings } = await health.recent(frame);
    const chain = findings.find(({ name }) => name === '审计链');
    return c.html(AuditPage({ frame, asked, choices, entries, hasMore, chain }));
  });

  routes.get('/admin/audit.csv', 'administer', async (c) => {
    const frame = await readFrame(c, deps);
    const entries = allOfAuditTrail(pool, plan, filterOf(frame, askedOf(c)));
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { value, done } = await lines.next();
        if (done) controller.close();
        else controller.enqueue(new TextEncoder().encode(value));
      },
    });
    const lines = csvOf(frame, entries);
    return c.body(body, 200, attachment('操作记录.csv', 'text/csv; charset=utf-8'));
  });
  return routes;
}

const askedOf = (c: Request): Asked =>
  Object.fromEntries(NAMES.map((name) => [name, (c.req.query(name) ?? '').trim()])) as Asked;

/** `to` is included. Throws `invalid` for a text that is no day. */
function filterOf({ rules: { zone } }: Frame, asked: Asked): AuditFilter {
  const of = (text: string) => (text === '' ? undefined : text);
  return {
    subject: of(asked.subject),
    unit: of(asked.unit),
    kind: of(asked.kind),
    actor: of(asked.actor),
    from: asked.from ? zone.at(parseDay(asked.from, zone), timeOfDay('00:00')) : undefined,
    to: asked.to ? zone.at(parseDay(asked.to, zone), timeOfDay('24:00')) : undefined,
    refusedOnly: asked.refused === 'yes',
  };
}
