import { readNumberedContacts } from '../../../store/read/contacts.ts';
import { readMine } from '../../../store/read/unit.ts';
import { createRoutes, type Routes } from '../access/routes.tsx';
import { visitorOf } from '../access/visitor.ts';
import { ownContacts } from '../contacts/contacts-view.ts';
import type { Deps } from '../deps.ts';
import { readFrame } from '../shared/frame.ts';
import { MinePage, type UnitRows } from './mine-page.tsx';

/** The start page of a unit's people: what it owes, by when, and what to do next. */
export function mineRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  routes.get('/mine', 'read unit', async (c) => {
    const frame = await readFrame(c, deps);
    const { grants, session } = visitorOf(c);
    const own = ownContacts(await readNumberedContacts(deps.pool, deps.plan), session.address);
    const codes = grants.flatMap(({ unit }) => (unit === null ? [] : [unit]));
    const units: UnitRows[] = [];
    for (const code of new Set(codes)) {
      const name = frame.rules.plan.units.find((unit) => unit.code === code)?.name ?? code;
      const isOwn = own.some(({ unit }) => unit === code);
      units.push({ code, name, isOwn, rows: await readMine(deps.pool, deps.plan, code) });
    }
    return c.html(MinePage({ frame, units }));
  });
  return routes;
}
