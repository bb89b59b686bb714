/** A draft in conflict with another one: the page shows both, and the person decides. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
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

const cookieOf = (unit: string) => here.web.cookieOf(addressOf(unit, 'liaison'));
const saved = async (unit: string) =>
  (await readDraft(here.web.round.database.pool, `${ROUND}/${unit}`))?.content as
    | Record<string, string>
    | undefined;
const isSaved = (page: Page) => page.getByText('草稿已保存').waitFor();
const spares = (page: Page) => page.evaluate(() => localStorage.length);
/** Saves as another window of the unit does. */
async function saveElsewhere(unit: string, rev: number, remark: string): Promise<void> {
  const answer = await fetch(`${here.served.url}/2018H1/${unit}/report/draft`, {
    method: 'PUT',
    headers: { cookie: await cookieOf(unit), 'content-type': 'application/json' },
    body: JSON.stringify({ rev, values: { remark } }),
  });
  expect(answer.status).toBe(200);
}

/** A window whose draft is out of date. */
async function inConflict(unit: string): Promise<Page> {
  const viewport = WIDTHS.phone;
  const page = await windowOf(here.browser, {
    url: here.served.url,
    cookie: await cookieOf(unit),
    viewport,
  });
  await page.goto(`/2018H1/${unit}/report`);
  await saveElsewhere(unit, 0, '别处写的');
  await page.locator('#remark').fill('这里写的');
  await page.getByText('从别处保存了这份草稿').waitFor();
  return page;
}

test('after a conflict, the other draft opens in a new window, and one’s own can overwrite it', async () => {
  const page = await inConflict('shaxi');
  expect([await accessProblems(page), await overflowOf(page)]).toEqual([[], 0]);
  const [theirs] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: '在新窗口看已保存的内容' }).click(),
  ]);
  expect(await theirs.locator('#remark').inputValue()).toBe('别处写的');
  expect(await saved('shaxi')).toMatchObject({ remark: '别处写的' });
  await page.getByRole('button', { name: '用我的覆盖' }).click();
  await isSaved(page);
  expect(await saved('shaxi')).toMatchObject({ remark: '这里写的' });
  expect(await page.getByRole('button', { name: '用我的覆盖' }).count()).toBe(0);
  await page.context().close();
});

test('text of a closed window is offered again and replaces nothing by itself', async () => {
  const page = await inConflict('banfu');
  const context = page.context();
  await page.close();
  const again = await context.newPage();
  await again.goto('/2018H1/banfu/report');
  expect(await again.locator('#remark').inputValue()).toBe('别处写的');
  await again.getByText('还留有一份没有存上的内容').waitFor();
  expect(await accessProblems(again)).toEqual([]);
  await again.getByRole('button', { name: '用那份内容' }).click();
  await isSaved(again);
  expect(await again.locator('#remark').inputValue()).toBe('这里写的');
  expect(await saved('banfu')).toMatchObject({ remark: '这里写的' });
  await context.close();
});

test('a discarded text is not offered again', async () => {
  const page = await inConflict('minzhong');
  await page.reload();
  await page.getByRole('button', { name: '丢弃' }).click();
  expect(await spares(page)).toBe(0);
  expect(await saved('minzhong')).toMatchObject({ remark: '别处写的' });
  await page.context().close();
});

test('the declaration is never saved; a cleared choice stays cleared', async () => {
  const cookie = await cookieOf('nantou');
  const page = await windowOf(here.browser, { url: here.served.url, cookie });
  await saveElsewhere('nantou', 0, '');
  await page.goto('/2018H1/nantou/report');
  await page.locator('#nil').check();
  await page.getByLabel('我已核对').check();
  await isSaved(page);
  expect(await saved('nantou')).toMatchObject({ nil: 'yes', declaration: '' });
  await page.route('**/draft', (route) => route.abort());
  await page.locator('#nil').uncheck();
  await page.getByText('没有保存成功').waitFor();
  await page.reload();
  await page.unroute('**/draft');
  await isSaved(page);
  expect(await page.locator('#nil').isChecked()).toBe(false);
  expect(await page.getByLabel('我已核对').isChecked()).toBe(false);
  expect(await saved('nantou')).toMatchObject({ nil: '', declaration: '' });
  await page.context().close();
});

test('handing in at once leaves no stored text', async () => {
  const page = await windowOf(here.browser, {
    url: here.served.url,
    cookie: await cookieOf('huangpu'),
  });
  await page.goto('/2018H1/huangpu/report');
  for (const no of [52, 53]) await page.locator(`#item-${no}-progress`).fill(`第${no}项进展`);
  await page.locator('#signedBy').fill('签发人');
  await page.getByLabel('我已核对').check();
  await page.getByRole('button', { name: '报送' }).click();
  await page.waitForURL('**/receipts/1');
  await page.goto('/2018H1/huangpu/report');
  await page.waitForFunction(() => localStorage.length === 0);
  expect(await page.locator('[data-offer=spare]').isVisible()).toBe(false);
  expect(await saved('huangpu')).toBeUndefined();
  await page.context().close();
});
