import { randomUUID } from 'node:crypto';
import { readHistory, readRanking } from '../../../store/read/history.ts';
import { findOutcomeMessage } from '../../../store/read/trail.ts';
import { onPlan } from '../../command.ts';
import { createRoutes, type Routes } from '../access/routes.tsx';
import { actorOf } from '../access/visitor.ts';
import type { Deps } from '../deps.ts';
import { mayHere, readFrame } from '../shared/frame.ts';
import { languageFor, linkTo, wordsIn } from '../shared/language.ts';
import { ProblemPage } from '../shared/problem-page.tsx';
import { idOf } from '../shared/sent.ts';
import { HistoryPage } from './history-page.tsx';
import { historyQuery, historyView } from './history-view.ts';

/** How punctual each unit was, by period. Places only after the chief has turned the ranking on. */
export function historyRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  const { pool, plan } = deps;

  routes.get('/history', 'read history', async (c) => {
    const frame = await readFrame(c, deps);
    const query = historyQuery(c.req.query());
    const ranked = await readRanking(pool);
    const view = historyView(await readHistory(pool, plan, frame.now), query, ranked);
    const command = c.req.query('done');
    const done = command ? await findOutcomeMessage(pool, { subject: plan }, command) : null;
    const ranking = { on: ranked, id: mayHere(frame, 'sign off') ? randomUUID() : null };
    return c.html(HistoryPage({ frame, query, view, ranking, done: done ?? undefined }));
  });

  routes.post('/history/ranking', 'sign off', async (c) => {
    const { id, on } = await c.req.parseBody();
    const wish = { actor: actorOf(c, 'sign off'), id: idOf(id) };
    const outcome = await onPlan(deps, wish, plan, {
      kind: 'turn-ranking',
      on: on === 'yes',
    });
    const language = languageFor(c);
    if (outcome.ok) return c.redirect(linkTo('/history', language, { done: outcome.command }), 303);
    const title = wordsIn(language).notDone;
    return c.html(ProblemPage({ language, title, hint: outcome.message }), 409);
  });
  return routes;
}
