/** The pages over a round, on a port, with a browser at hand: for the length of a test file. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type Changes, openChanges } from '../../client/web/shared/changes.ts';
import { openBrowser } from './pages/browser.ts';
import { type Served, serve } from './pages/served.ts';
import { type Web, webOverRound } from './pages/web-app.ts';

export type PagesInBrowser = {
  readonly web: Web;
  readonly served: Served;
  readonly browser: Browser;
};

type Opened = PagesInBrowser & { readonly changes: Changes };

/** To be read inside tests and hooks only: filled before the first of them. */
export function pagesInBrowser(): PagesInBrowser {
  const here = {} as Opened;
  beforeAll(async () => {
    const web = await webOverRound();
    const changes = openChanges(web.round.database.url);
    const served = await serve((webUrl) => ({ ...web.deps, webUrl, changes }));
    Object.assign(here, { web, changes, served, browser: await openBrowser() });
  });
  afterAll(async () => {
    await here.browser.close();
    await here.served.close();
    await here.changes.stop();
    await here.web.round.database.drop();
  });
  return here;
}
