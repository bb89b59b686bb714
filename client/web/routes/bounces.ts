import { onPlan } from '../../command.ts';
import { createRoutes, type Routes } from '../access/routes.tsx';
import { actorOf } from '../access/visitor.ts';
import { idOf } from '../acts/sent.ts';
import type { Deps } from '../deps.ts';
import { typedIn } from '../shared/sent.ts';

const CONTACTS = '/admin/contacts';
const OF_UNIT = /^\/\d{4}H[12]\/[\w-]+$/;

/** Takes the mark of a bounce off an address, from where the mark is shown. */
export function bounceRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  routes.post('/bounces/clear', 'send again', async (c) => {
    const { id, address, back } = await typedIn(c, ['address', 'back']);
    const wish = { actor: actorOf(c, 'send again'), id: idOf(id) };
    const { command } = await onPlan(deps, wish, deps.plan, { kind: 'clear-bounce', address });
    // Somebody who came first has said the same: no matter.
    return OF_UNIT.test(back)
      ? c.redirect(back, 303)
      : c.redirect(`${CONTACTS}?done=${command}`, 303);
  });
  return routes;
}
