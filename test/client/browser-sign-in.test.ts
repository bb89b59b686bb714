/** Signing in as a person does it, in a browser: with the keyboard, in both languages, on a phone and without scripts. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessProblems, openBrowser, overflowOf, WIDTHS, windowOf } from '../support/browser.ts';
import { type Served, serve } from '../support/served.ts';
import { addressOf } from '../support/visitors.ts';
import { type Web, webOverRound } from '../support/web-app.ts';

let web: Web;
let served: Served;
let browser: Browser;
beforeAll(async () => {
  web = await webOverRound();
  served = await serve((webUrl) => ({ ...web.deps, webUrl }));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await served.close();
  await web.round.database.drop();
});

test.each([true, false])(
  'a liaison types the code and is where the link led (scripts: %s)',
  async (javaScriptEnabled) => {
    const page = await windowOf(browser, { url: served.url, javaScriptEnabled });
    await page.goto('/2018H1/guzhen');
    const person = javaScriptEnabled ? 'liaison' : 'deputy';
    await page.getByLabel('邮箱或手机号').fill(addressOf('guzhen', person));
    await page.keyboard.press('Enter');
    // The code is there when the page that asks for it is.
    await page.waitForURL('**/sign-in/*-*');
    await page.getByLabel('六位验证码').fill(web.codes.at(-1)?.code ?? '');
    await page.getByRole('button', { name: '登录' }).click();
    await page.waitForURL('**/2018H1/guzhen');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('古镇镇');
    await page.getByRole('button', { name: '退出' }).click();
    await page.waitForURL('**/sign-in');
    await page.context().close();
  },
);

test.each(['zh', 'en'] as const)(
  'the pages of signing in suit everybody (%s)',
  async (language) => {
    const url = served.url;
    const page = await windowOf(browser, { url, language, viewport: WIDTHS.phone });
    await page.goto('/sign-in');
    expect([await accessProblems(page), await overflowOf(page)]).toEqual([[], 0]);
    await page.locator('#address').fill('张三');
    await page.locator('main button').click();
    expect([await accessProblems(page), await overflowOf(page)]).toEqual([[], 0]);
    await page.locator('#address').fill(`${language}@zhongshan.example`);
    await page.locator('main button').click();
    await page.locator('#code').waitFor();
    expect([await accessProblems(page), await overflowOf(page)]).toEqual([[], 0]);
    await page.context().close();
  },
);
