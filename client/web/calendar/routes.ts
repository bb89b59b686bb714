import type { Plan } from '../../../domain/plan/plan.ts';
import { periodsOfPlan, yearOf } from '../../../domain/time/period.ts';
import { day, timeOfDay } from '../../../domain/time/time.ts';
import { readCalendarPage } from '../../../store/read/calendar.ts';
import { createRoutes, type Routes } from '../access/routes.tsx';
import type { Deps } from '../deps.ts';
import { readFrame } from '../shared/frame.ts';
import { CalendarPage, eventsOf } from './calendar-page.tsx';

export function calendarRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  routes.get('/calendar/:year{[0-9]{4}}', 'read round', async (c) => {
    const year = Number(c.req.param('year'));
    const frame = await readFrame(c, deps);
    const { plan, zone } = frame.rules;
    const thisYear = Number(zone.dayOf(frame.now).slice(0, 4));
    const years = yearsOf(plan, thisYear);
    if (!years.includes(year)) return c.notFound();
    const startOf = (of: number) => zone.at(day(`${of}-01-01`), timeOfDay('00:00'));
    const between = { from: startOf(year), to: startOf(year + 1) };
    const rows = await readCalendarPage(deps.pool, deps.plan, between);
    return c.html(CalendarPage({ frame, year, years, events: eventsOf(frame, rows) }));
  });
  return routes;
}

/** The years of the plan's due dates, and the present year. */
function yearsOf(plan: Plan, thisYear: number): number[] {
  const due = periodsOfPlan(plan).map(yearOf);
  const first = Number(plan.validFrom.slice(0, 4));
  return [...new Set([first, ...due, thisYear])].toSorted((a, b) => a - b);
}
