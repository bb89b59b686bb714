/** Every page meets WCAG 2.2 A and AA, fits a phone without scrolling sideways, and prints on A4. */
import { beforeAll, expect, test } from 'vitest';
import { listRoutes } from '../../../client/web/app.ts';
import {
  accessProblems,
  overflowOf,
  pagesInBrowser,
  printProblems,
  WIDTHS,
  windowOf,
} from '../../support/pages/browser.ts';
import { type EveryPage, everyPage, LOOKERS } from './every-page.ts';

const here = pagesInBrowser();
let all: EveryPage;
beforeAll(async () => {
  all = await everyPage(here.web);
});

/** Files, requests of scripts, and redirects. */
const NO_PAGES = [
  /\.\(?(\?:)?(csv|docx|ics|xlsx|json)/,
  /\.\$\{ending\}$/,
  /\/live$/,
  /\/files\/:/,
  /^\/sign-in\/oidc/,
  /\/compilations$/,
];

test('every GET route is covered', () => {
  const routes = listRoutes(here.web.deps)
    .filter(({ method }) => method === 'GET')
    .map(({ path }) => ({ path, pattern: patternOf(path) }));
  const first = (path: string) => routes.find(({ pattern }) => pattern.test(path))?.path;
  const seen = Object.values(all.paths).flat();
  const looked = new Set(seen.map((path) => first(path.split('?')[0] ?? '')));
  const left = routes.map(({ path }) => path).filter((path) => !looked.has(path));
  expect(left.filter((path) => !NO_PAGES.some((none) => none.test(path)))).toEqual([]);
});

/** What a route's path accepts: `:name{2018H[12]}` and `:name`. */
const patternOf = (path: string): RegExp =>
  new RegExp(
    `^${path.replaceAll(/:\w+(\{((?:[^{}]|\{[^}]*\})*)\})?/g, (_all, _braces, own?: string) =>
      own === undefined ? '[^/]+' : `(?:${own})`,
    )}$`,
  );

test.each(
  LOOKERS.flatMap((who) => (['zh', 'en'] as const).map((language) => [who, language] as const)),
)(
  'every page of the %s is accessible and fits a phone (%s)',
  { timeout: 300_000 },
  async (who, language) => {
    const page = await windowOf(here.browser, {
      url: here.served.url,
      cookie: all.cookies[who],
      language,
      viewport: WIDTHS.phone,
    });
    for (const path of all.paths[who]) {
      const answer = await page.goto(path);
      const found = [answer?.status(), await accessProblems(page), await overflowOf(page)];
      expect([path, ...found]).toEqual([path, 200, [], 0]);
    }
    await page.context().close();
  },
);

test.each(LOOKERS)(
  'printed pages of the %s fit on A4 and show no buttons',
  { timeout: 300_000 },
  async (who) => {
    const cookie = all.cookies[who];
    const page = await windowOf(here.browser, { url: here.served.url, cookie });
    for (const path of all.paths[who]) {
      await page.goto(path);
      expect([path, await printProblems(page)]).toEqual([path, []]);
    }
    await page.context().close();
  },
);
