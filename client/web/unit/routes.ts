import { obligationId, roundId } from '../../../domain/obligation/obligation.ts';
import { readBounced, readUnitContacts } from '../../../store/read/contacts.ts';
import { lastReport } from '../../../store/read/submissions.ts';
import { findOutcomeMessage } from '../../../store/read/trail.ts';
import { readBehind, readBeside, readTimeline } from '../../../store/read/unit.ts';
import { createRoutes, type Routes } from '../access/routes.tsx';
import type { Deps } from '../deps.ts';
import { mayHere, readFrame } from '../shared/frame.ts';
import { UnitPage } from './unit-page.tsx';
import { ownBehind, ownBeside, ownView } from './unit-view.ts';

export function unitRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  routes.get('/:period{[0-9]{4}H[12]}/:unit', 'read unit', async (c) => {
    const { period, unit } = c.req.param();
    const subject = roundId(deps.plan, period);
    const id = obligationId(subject, unit);
    const record = await readTimeline(deps.pool, id);
    const people = await readUnitContacts(deps.pool, id);
    const behind = await readBehind(deps.pool, id);
    const beside = await readBeside(deps.pool, id);
    const command = c.req.query('done');
    const trail = { subject, obligation: id };
    const done = command
      ? ((await findOutcomeMessage(deps.pool, trail, command)) ?? undefined)
      : undefined;
    const frame = await readFrame(c, deps);
    const isBureau = mayHere(frame, 'read round');
    const isLive = isBureau && record.round.phase === 'open' && c.req.query('live') !== '0';
    return c.html(
      UnitPage({
        frame,
        record: isBureau ? record : ownView(record),
        people,
        bounced: await readBounced(deps.pool),
        behind: isBureau ? behind : ownBehind(behind, record),
        beside: isBureau ? beside : ownBeside(beside),
        last: await lastReport(deps.pool, deps.plan, unit, period),
        done,
        isLive,
      }),
    );
  });
  return routes;
}
