import { roundId } from '../../../domain/obligation/obligation.ts';
import { readBoard } from '../../../store/read/board.ts';
import { readCheckRows } from '../../../store/read/contact-checks.ts';
import { findOutcomeMessage } from '../../../store/read/trail.ts';
import { createRoutes, type Routes } from '../access/routes.tsx';
import type { Deps } from '../deps.ts';
import { readFrame } from '../shared/frame.ts';
import { BoardPage } from './board-page.tsx';
import { boardQuery, viewOf } from './board-view.ts';

export function boardRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  routes.get('/:period{[0-9]{4}H[12]}', 'read round', async (c) => {
    const round = roundId(deps.plan, c.req.param('period'));
    const frame = await readFrame(c, deps);
    const query = boardQuery(c.req.query());
    const { now, rules } = frame;
    const { board, view } = await readBoard(deps.pool, round, {
      today: rules.zone.dayOf(now),
      byContact: query.sort === 'contact',
      byName: query.text !== '',
      choose: (overview) => viewOf({ now, plan: rules.plan, board: overview }, query),
    });
    const command = c.req.query('done');
    const done = command ? await findOutcomeMessage(deps.pool, { subject: round }, command) : null;
    const checks = board.round.phase === 'planned' ? await readCheckRows(deps.pool, round) : [];
    return c.html(BoardPage({ frame, board, checks, query, view, done: done ?? undefined }));
  });
  return routes;
}
