/** The board in a browser: updates that disturb neither reading nor typing, and keys. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Changes, openChanges } from '../../../../client/web/shared/changes.ts';
import {
  accessProblems,
  openBrowser,
  overflowOf,
  WIDTHS,
  windowOf,
} from '../../../support/pages/browser.ts';
import { type Served, serve } from '../../../support/pages/served.ts';
import { reportOfTown, type Web, webOverRound } from '../../../support/pages/web-app.ts';
import { addressOf } from '../../../support/people/contacts.ts';
import { at } from '../../../support/time/dates.ts';

let web: Web;
let changes: Changes;
let served: Served;
let browser: Browser;
let cookie: string;
beforeAll(async () => {
  web = await webOverRound();
  await web.round.database.pool.query(
    `insert into task (id, round, obligation, kind, text, since)
     select 'call#' || unit, round, id, 'call', '请致电' || unit_name, now() from obligation order by ordinal limit 9`,
  );
  changes = openChanges(web.round.database.url);
  served = await serve(() => ({ ...web.deps, changes }));
  cookie = await web.cookieOf(addressOf('jinrongju', 'officer'));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await served.close();
  await changes.stop();
  await web.round.database.drop();
});

test('an update keeps open details, the focus and typed text', async () => {
  const page = await open('/2018H1');
  await page.waitForFunction(() => document.querySelector('[data-keys]:not([hidden])'));
  await page.locator('details[data-key="tasks-call"] summary').click();
  await page.getByRole('searchbox').fill('半个字');
  await page.locator('.board .unit a', { hasText: '小榄镇' }).focus();
  await web.round.act('shaxi', at('2018-07-17 10:00'), {
    kind: 'submit',
    report: reportOfTown(),
  });
  await page.getByText('本页已更新').waitFor();
  expect(await page.locator('tr', { hasText: '沙溪镇' }).textContent()).toContain('已报待审');
  expect(await page.locator('details[data-key="tasks-call"]').getAttribute('open')).not.toBeNull();
  expect(await page.getByRole('searchbox').inputValue()).toBe('半个字');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('小榄镇');
  await page.context().close();
});

test('keys move between units and open one, do not act while typing, and can be turned off', async () => {
  const page = await open('/2018H1');
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await page.getByRole('button', { name: '关闭快捷键' }).waitFor();
  await page.keyboard.press('j');
  expect(await focused()).toBe('石岐区');
  await page.keyboard.press('j');
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe('西区');
  await page.keyboard.press('k');
  expect(await focused()).toBe('东区');
  await page.keyboard.press('/');
  await page.keyboard.type('jk/');
  expect(await page.getByRole('searchbox').inputValue()).toBe('jk/');
  await page.getByRole('button', { name: '关闭快捷键' }).click();
  await page.keyboard.press('j');
  expect(await focused()).toBe('启用快捷键');
  await page.reload();
  await page.getByRole('button', { name: '启用快捷键' }).click();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/2018H1/shiqi');
  await page.context().close();
});

test('a hidden page holds no connection', async () => {
  const page = await open('/2018H1');
  await until(() => changes.size() === 1);
  await page.goto('/history');
  await until(() => changes.size() === 0);
  await page.context().close();
});

test('after signing out elsewhere, an open page says so', async () => {
  const own = await web.cookieOf(addressOf('jinrongju', 'officer'));
  const page = await windowOf(browser, { url: served.url, cookie: own });
  await page.goto('/2018H1');
  await until(() => changes.size() === 1);
  await web.round.database.pool.query(
    `update session set ended_at = now() where began_at = (select max(began_at) from session)
       and token_hash = encode(sha256(convert_to($1, 'UTF8')), 'hex')`,
    [own.split('=')[1]],
  );
  await web.round.act('tanzhou', at('2018-07-17 10:10'), { kind: 'note', text: 'x' });
  await page.getByText('登录已过期，本页不再更新').waitFor();
  expect(await page.locator('.board').count()).toBe(1);
  await page.context().close();
});

test.each([
  '/2018H1',
  '/2018H1/guzhen',
  '/2018H1/guzhen/acts/remind',
  '/2018H1/overdue',
  '/history',
])('%s is accessible, also on a phone', async (path) => {
  const page = await windowOf(browser, { url: served.url, cookie, viewport: WIDTHS.phone });
  await page.goto(path);
  expect(await overflowOf(page)).toBe(0);
  expect(await accessProblems(page)).toEqual([]);
  await page.context().close();
});

async function open(path: string): Promise<Page> {
  const page = await windowOf(browser, { url: served.url, cookie });
  await page.goto(path);
  return page;
}

async function until(test: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 8_000; !test(); ) {
    if (Date.now() > deadline) throw new Error('it never came to that');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
