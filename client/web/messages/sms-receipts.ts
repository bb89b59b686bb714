/**
 * Receives the receipts that an SMS provider pushes. Answers after storing them, so that a lost one is pushed again.
 */
import { keepReceipt } from '../../../store/write/receipts.ts';
import { createRoutes, type Routes } from '../access/routes.tsx';
import type { Deps } from '../deps.ts';

export function smsReceiptRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  // The secret in the address is the only check; a wrong one gets 404.
  routes.post('/delivery-reports/:secret', 'anyone', async (c) => {
    const secret = c.req.param('secret') ?? '';
    const received = deps.receive?.({ method: 'POST', secret, body: await c.req.text() });
    if (!received) return c.notFound();
    const now = await deps.now();
    for (const receipt of received.receipts) await keepReceipt(deps.pool, receipt, now);
    if (received.unread > 0) console.error(`delivery reports: ${received.unread} not understood`);
    const { status, type, body } = received.answer;
    return new Response(body, { status, headers: { 'Content-Type': type } });
  });
  return routes;
}
