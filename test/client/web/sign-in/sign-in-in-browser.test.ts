/** Signing in, in a browser: by keyboard, in both languages, on a phone and without scripts. */
import { expect, test } from 'vitest';
import {
  accessProblems,
  overflowOf,
  pagesInBrowser,
  WIDTHS,
  windowOf,
} from '../../../support/pages/browser.ts';
import { addressOf } from '../../../support/people/contacts.ts';

const here = pagesInBrowser();

test.each([true, false])(
  'a liaison types the code and is where the link led (scripts: %s)',
  async (javaScriptEnabled) => {
    const page = await windowOf(here.browser, { url: here.served.url, javaScriptEnabled });
    await page.goto('/2018H1/guzhen');
    const person = javaScriptEnabled ? 'liaison' : 'deputy';
    await page.getByLabel('邮箱或手机号').fill(addressOf('guzhen', person));
    await page.keyboard.press('Enter');
    // The code is sent before this page answers.
    await page.waitForURL('**/sign-in/*-*');
    await page.getByLabel('六位验证码').fill(here.web.codes.at(-1)?.code ?? '');
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
    const url = here.served.url;
    const page = await windowOf(here.browser, { url, language, viewport: WIDTHS.phone });
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
