/** A real browser on the pages of a round, with the checks that every page must pass. */

import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type Changes, openChanges } from '../../../client/web/shared/changes.ts';
import { type Served, serve } from './served.ts';
import { type Web, webOverRound } from './web-app.ts';

type PagesInBrowser = {
  readonly web: Web;
  readonly served: Served;
  readonly browser: Browser;
};

type Opened = PagesInBrowser & { readonly changes: Changes };

/** Starts web, port and browser for one test file. Read its fields in tests and hooks only: `beforeAll` fills them. */
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

/** Chromium as `npm test` has found or unpacked it (scripts/lib/setup/chromium.mjs). */
export function openBrowser(): Promise<Browser> {
  const { CHROMIUM_PATH: executablePath, CHROMIUM_LIBRARIES: libraries } = process.env;
  if (!executablePath) throw new Error('CHROMIUM_PATH is missing: run the tests with npm test');
  const { LD_LIBRARY_PATH: own } = process.env;
  return chromium.launch({
    executablePath,
    // Chromium refuses to run as root with its sandbox. It opens only pages of this machine.
    args: ['--no-sandbox', '--disable-gpu'],
    ...(libraries
      ? { env: { ...process.env, LD_LIBRARY_PATH: [own, libraries].filter(Boolean).join(':') } }
      : {}),
  });
}

export const WIDTHS = { phone: { width: 360, height: 740 }, office: { width: 1366, height: 768 } };

type Person = {
  readonly url: string;
  /** `name=value`, from test/support/people/signed-in.ts. Without it nobody is signed in. */
  readonly cookie?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly javaScriptEnabled?: boolean;
  readonly language?: 'zh' | 'en';
};

/** A browser window of one person. The caller closes its context. */
export async function windowOf(
  browser: Browser,
  { url, cookie, language, viewport = WIDTHS.office, javaScriptEnabled = true }: Person,
): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    viewport,
    javaScriptEnabled,
    baseURL: url,
    locale: 'zh-CN',
  });
  const cookies = [cookie ?? '', language ? `cuibao-lang=${language}` : ''].filter(Boolean);
  await context.addCookies(
    cookies.map((pair) => {
      const [name = '', value = ''] = pair.split('=');
      return { name, value, url };
    }),
  );
  return context.newPage();
}

/** Violations of WCAG 2.2 A and AA that axe finds, one line each. */
export async function accessProblems(page: Page): Promise<string[]> {
  // `setLegacyMode` saves a second page for each look, and does not look into frames of other sites.
  if (page.frames().length > 1) return ['a frame: not looked into'];
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .setLegacyMode()
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** The printable area of A4 in CSS pixels, inside the margins of client/web/shared/style/print.css. */
const A4 = { width: 733, height: 1062 };

/** What is wrong on paper, one line each: controls that are printed, content cut off, tables that do not repeat their heading. */
export async function printProblems(page: Page): Promise<string[]> {
  await page.setViewportSize(A4);
  await page.emulateMedia({ media: 'print' });
  const found = await page.evaluate(() => {
    const all = (selector: string) =>
      [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
    const nameOf = (one: Element) => `${one.tagName.toLowerCase()}.${one.className}`;
    const edge = document.documentElement.clientWidth + 1;
    const isCut = (one: Element) =>
      one.getBoundingClientRect().right > edge ||
      (one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === 'auto');
    return [
      ...all('nav, button, .button, form:not(.report-form, .letter-editor)').map(
        (one) => `printed: ${nameOf(one)}`,
      ),
      ...all('main *')
        .filter(isCut)
        .map((one) => `cut off: ${nameOf(one)}`),
      ...[...document.querySelectorAll('thead')]
        .filter((one) => getComputedStyle(one).display !== 'table-header-group')
        .map(() => 'not repeated: thead'),
    ];
  });
  await page.emulateMedia({ media: 'screen' });
  return found;
}

/** By how many pixels the page is wider than its window; 0 when it does not scroll sideways. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
