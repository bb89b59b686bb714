/** A liaison's work in a browser: the form that saves itself, with and without scripts, on a phone and in an office. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readObligation } from '../../../../store/read/obligations.ts';
import { readDraft } from '../../../../store/visit/drafts.ts';
import {
  accessProblems,
  overflowOf,
  pagesInBrowser,
  WIDTHS,
  windowOf,
} from '../../../support/pages/browser.ts';
import { ROUND } from '../../../support/people/cast.ts';
import { addressOf } from '../../../support/people/contacts.ts';

const here = pagesInBrowser();
const pool = () => here.web.round.database.pool;
const cookieOf = (unit: string) => here.web.cookieOf(addressOf(unit, 'liaison'));
const saved = async (unit: string) =>
  (await readDraft(pool(), `${ROUND}/${unit}`))?.content as Record<string, string> | undefined;
const isSaved = (page: Page) => page.getByText('草稿已保存').waitFor();

async function fill(page: Page): Promise<void> {
  for (const no of [52, 53]) {
    await page.locator(`#item-${no}-status`).selectOption('按序时推进');
    await page.locator(`#item-${no}-progress`).fill(`第${no}项已完成半年目标。`);
  }
  await page.getByLabel('我已核对').check();
}

test.each([
  ['office', 'shaxi', true],
  ['phone', 'sanxiang', true],
  ['office', 'banfu', false],
] as const)(
  'filled in and handed in, in the %s window, by %s, scripts %s',
  async (window, unit, javaScriptEnabled) => {
    const cookie = await cookieOf(unit);
    const page = await windowOf(here.browser, {
      url: here.served.url,
      cookie,
      javaScriptEnabled,
      viewport: WIDTHS[window],
    });
    await page.goto('/mine');
    await page.getByRole('link', { name: '去填报' }).click();
    await page.waitForURL('**/report');
    await fill(page);
    await page.getByRole('button', { name: '报送' }).click();
    await page.waitForURL('**/receipts/1');
    expect(await page.locator('main').innerText()).toContain(`2018H1-${unit}-1`);
    expect((await readObligation(pool(), `${ROUND}/${unit}`)).state).toBe('submitted');
    await page.context().close();
  },
);

test('typed text is saved automatically and shows in another window', async () => {
  const cookie = await cookieOf('nantou');
  const page = await windowOf(here.browser, { url: here.served.url, cookie });
  await page.goto('/2018H1/nantou/report');
  await page.locator('#remark').fill('边填边存');
  await isSaved(page);
  expect(await saved('nantou')).toMatchObject({ remark: '边填边存' });
  const other = await windowOf(here.browser, { url: here.served.url, cookie });
  await other.goto('/2018H1/nantou/report');
  expect(await other.locator('#remark').inputValue()).toBe('边填边存');
  await other.locator('#remark').fill('另一处');
  await isSaved(other);
  await page.locator('#remark').fill('这一处');
  await page.getByText('从别处保存了这份草稿').waitFor();
  expect(await saved('nantou')).toMatchObject({ remark: '另一处' });
  await page.context().close();
  await other.context().close();
});

test('an expired sign-in loses nothing: saving resumes after signing in again', async () => {
  const cookie = await cookieOf('huangpu');
  const page = await windowOf(here.browser, { url: here.served.url, cookie });
  await page.goto('/2018H1/huangpu/report');
  await pool().query(`update session set ended_at = now() where address like '%huangpu%'`);
  await page.locator('#remark').fill('登录过期时写的');
  await page.getByText('登录已过期。内容还在本页').waitFor();
  // Closed, then opened again by the next person who signs in here.
  const [name = '', value = ''] = (await cookieOf('huangpu')).split('=');
  await page.context().addCookies([{ name, value, url: here.served.url }]);
  await isSaved(page);
  expect(await saved('huangpu')).toMatchObject({ remark: '登录过期时写的' });
  await page.context().close();
});

test('text that could not be saved is restored when the page is opened again', async () => {
  const page = await windowOf(here.browser, {
    url: here.served.url,
    cookie: await cookieOf('minzhong'),
  });
  const context = page.context();
  await page.goto('/2018H1/minzhong/report');
  await pool().query(`update session set ended_at = now() where address like '%minzhong%'`);
  await page.locator('#remark').fill('关掉以前没有存上的');
  await page.getByText('登录已过期。内容还在本页').waitFor();
  await page.close();
  expect(await saved('minzhong')).toBeUndefined();
  const [name = '', value = ''] = (await cookieOf('minzhong')).split('=');
  await context.addCookies([{ name, value, url: here.served.url }]);
  const again = await context.newPage();
  await again.goto('/2018H1/minzhong/report');
  expect(await again.locator('#remark').inputValue()).toBe('关掉以前没有存上的');
  await isSaved(again);
  expect(await saved('minzhong')).toMatchObject({ remark: '关掉以前没有存上的' });
  await context.close();
});

test('rows of figures are added in place, saved automatically, and restored after a failure', async () => {
  const page = await windowOf(here.browser, {
    url: here.served.url,
    cookie: await cookieOf('fusha'),
    viewport: WIDTHS.phone,
  });
  await page.goto('/2018H1/fusha/report');
  await page.locator('#remark').fill('不离开本页');
  const more = page.getByRole('button', { name: '第52项 增加一行数据' });
  await more.click();
  await more.click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('item-52-figure-3-name');
  await page.getByLabel('第52项 数据3 数据名称').fill('贷款户数');
  await page.locator('#item-52-figure-3-value').fill('1200');
  expect([await accessProblems(page), await overflowOf(page)]).toEqual([[], 0]);
  await isSaved(page);
  expect(await saved('fusha')).toMatchObject({
    remark: '不离开本页',
    'item-52-figure-3-value': '1200',
  });
  await page.route('**/draft', (route) => route.abort());
  await more.click();
  await page.locator('#item-52-figure-4-unit').fill('万元');
  await page.getByText('没有保存成功').waitFor();
  await page.reload();
  expect(await page.locator('#item-52-figure-4-unit').inputValue()).toBe('万元');
  await page.unroute('**/draft');
  await isSaved(page);
  expect(await saved('fusha')).toMatchObject({ 'item-52-figure-4-unit': '万元' });
  await page.context().close();
});

test('the counter counts code points', async () => {
  const page = await windowOf(here.browser, {
    url: here.served.url,
    cookie: await cookieOf('dongsheng'),
  });
  await page.goto('/2018H1/dongsheng/report');
  await page.locator('#item-52-progress').fill('𠮷'.repeat(301));
  expect(await page.locator('#item-52-progress-about small').innerText()).toBe('301/300');
  await page.context().close();
});

test.each(['zh', 'en'] as const)(
  'a report that was refused suits everybody (%s)',
  async (language) => {
    const page = await windowOf(here.browser, {
      url: here.served.url,
      language,
      cookie: await cookieOf('guzhen'),
      viewport: WIDTHS.phone,
    });
    await page.goto('/2018H1/guzhen/report');
    await page.getByRole('button', { name: language === 'zh' ? '报送' : 'Hand in' }).click();
    await page.locator('#problems').waitFor();
    expect([await accessProblems(page), await overflowOf(page)]).toEqual([[], 0]);
    await page.context().close();
  },
);
