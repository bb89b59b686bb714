import { roundId } from '../../../domain/obligation.ts';
import { readCheckRows } from '../../../store/contact-checks.ts';
import { readBoardPage } from '../../../store/web-pages/board.ts';
import { findOutcomeMessage } from '../../../store/web-pages/entries.ts';
import { createRoutes, type Routes } from '../access/routes.ts';
import { boardQuery, viewOf } from '../board-view.ts';
import type { Deps } from '../deps.ts';
import { readFrame } from '../frame.ts';
import { BoardPage } from '../pages/board-page.tsx';

export function boardRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  routes.get('/:period{[0-9]{4}H[12]}', 'read round', async (c) => {
    const round = roundId(deps.plan, c.req.param('period'));
    const frame = await readFrame(c, deps);
    const query = boardQuery(c.req.query());
    const { now, rules } = frame;
    const { board, view } = await readBoardPage(deps.pool, round, {
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
