import { Hono } from 'hono';
import { roundId } from '../../../domain/obligation.ts';
import { readBoard } from '../../../store/board.ts';
import { readContactsMade } from '../../../store/web-pages.ts';
import type { Deps } from '../deps.ts';
import { readFrame } from '../frame.ts';
import { BoardPage } from '../pages/board-page.tsx';

export function boardRoutes(deps: Deps): Hono {
  const routes = new Hono();
  routes.get('/:period{[0-9]{4}H[12]}', async (c) => {
    const round = roundId(deps.plan, c.req.param('period'));
    const frame = await readFrame(c, deps);
    const board = await readBoard(deps.pool, round, frame.now);
    const made = await readContactsMade(deps.pool, round);
    // After sign-off nothing moves any more.
    const live = c.req.query('live') !== '0' && board.round.phase === 'open';
    return c.html(BoardPage({ frame, board, made, live }));
  });
  return routes;
}
