import { roundId } from '../../../domain/obligation/obligation.ts';
import { findMessagePage, readMessagesPage } from '../../../store/read/messages.ts';
import { findRound } from '../../../store/read/rounds.ts';
import { createRoutes, type Routes } from '../access/routes.tsx';
import type { Deps } from '../deps.ts';
import { readFrame } from '../shared/frame.ts';
import { askedPage, pagesFor } from '../shared/paging.ts';
import { MessagePage } from './message-page.tsx';
import { MessagesPage } from './messages-page.tsx';

const PAGE_SIZE = 100;

export function messageRoutes(deps: Deps): Routes {
  const routes = createRoutes();

  routes.get('/:period{[0-9]{4}H[12]}/messages', 'read round', async (c) => {
    const { period } = c.req.param();
    const round = roundId(deps.plan, period);
    if (!(await findRound(deps.pool, round))) return c.notFound();
    const kind = c.req.query('kind') || undefined;
    const number = askedPage(c.req.query('page'));
    const offset = (number - 1) * PAGE_SIZE;
    const found = await readMessagesPage(deps.pool, round, { kind, offset, limit: PAGE_SIZE });
    const total = found.kinds
      .filter((one) => kind === undefined || one.kind === kind)
      .reduce((sum, one) => sum + one.number, 0);
    const pages = pagesFor(total, PAGE_SIZE);
    const frame = await readFrame(c, deps);
    return c.html(MessagesPage({ frame, period, kind, number, pages, ...found }));
  });

  routes.get('/messages/:reference{[0-9a-f]{64}}', 'read round', async (c) => {
    const page = await findMessagePage(deps.pool, deps.plan, c.req.param('reference'));
    if (page === null) return c.notFound();
    return c.html(MessagePage({ frame: await readFrame(c, deps), page }));
  });
  return routes;
}
