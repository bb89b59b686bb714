/** An officer's work in a browser: live board, keys, two officers at once, 代录. */
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import {
  accessProblems,
  overflowOf,
  pagesInBrowser,
  WIDTHS,
  windowOf,
} from '../../../support/pages/browser.ts';
import { reportOfTown } from '../../../support/pages/web-app.ts';
import { addressOf } from '../../../support/people/contacts.ts';
import { at } from '../../../support/time/dates.ts';

const here = pagesInBrowser();
const cookies = { officer: '', other: '' };
beforeAll(async () => {
  const { web } = here;
  cookies.officer = await web.cookieOf(addressOf('jinrongju', 'officer'));
  cookies.other = await web.cookieOf('officer2.jinrongju@zhongshan.example');
});

const windowAs = (who: keyof typeof cookies, viewport = WIDTHS.office) =>
  windowOf(here.browser, { url: here.served.url, cookie: cookies[who], viewport });
const rowOf = (page: Page, unit: string) => page.locator('tr', { hasText: unit }).first();

test('a new report changes its unit’s state on an open board', async () => {
  const page = await windowAs('officer');
  await page.goto('/2018H1');
  expect(await rowOf(page, '沙溪镇').innerText()).toContain('逾期未报');
  await here.web.round.act('shaxi', at('2018-07-17 10:00'), {
    kind: 'submit',
    report: reportOfTown(),
  });
  await page.locator('tr', { hasText: '沙溪镇' }).getByText('已报待审').waitFor();
  await page.context().close();
});

test('requests that an open page makes by itself are marked', async () => {
  const page = await windowAs('officer');
  await page.goto('/2018H1');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  // Not the answer to a request that the page made before.
  const told = page.waitForResponse((response) => asked.includes(response.url()));
  await here.web.round.act('dayong', at('2018-07-17 10:01'), { kind: 'note', text: '已联系' });
  await told;
  expect(asked.filter((url) => !url.includes('by=itself'))).toEqual([]);
  expect(await page.locator('main a[href*="by=itself"]').count()).toBe(0);
  await page.context().close();
});

test('the versions chosen in a form stay chosen when the page updates', async () => {
  const { round } = here.web;
  for (const minute of ['10:02', '10:03', '10:04']) {
    const report = { kind: 'submit', report: reportOfTown() } as const;
    await round.act('nanlang', at(`2018-07-17 ${minute}`), report);
  }
  const page = await windowAs('officer');
  await page.goto('/2018H1/nanlang');
  await page.locator('select[name=from]').selectOption('1');
  await page.locator('select[name=from]').focus();
  await round.act('nanlang', at('2018-07-17 10:05'), { kind: 'note', text: '另有说明' });
  await page.getByText('另有说明').first().waitFor();
  expect(await page.locator('select[name=from]').inputValue()).toBe('1');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('from');
  await page.context().close();
});

test('keys move to the search and between units', async () => {
  const page = await windowAs('officer');
  await page.goto('/2018H1');
  await page.keyboard.press('/');
  await page.keyboard.type('小榄');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=/);
  expect(await page.locator('main').innerText()).toContain('找到 1 个');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/2018H1/xiaolan');
  await page.context().close();
});

test('two officers at once: the second sees what the first has done, then decides', async () => {
  const first = await windowAs('officer');
  const second = await windowAs('other');
  for (const page of [first, second]) await page.goto('/2018H1/shaxi/acts/return?version=1');
  for (const [page, reason] of [
    [first, '缺数据'],
    [second, '缺附件'],
  ] as const) {
    await page.locator('#reason').fill(reason);
    await page.locator('#until').fill('2018-07-20');
  }
  await first.locator('main form button').click();
  await first.waitForURL('**/2018H1/shaxi?done=*');
  await second.locator('main form button').click();
  await second.getByText('在您打开本页之后').waitFor();
  expect(await second.locator('main').innerText()).toContain('金融局经办人甲');
  expect(await second.locator('#reason').inputValue()).toBe('缺附件');
  await first.context().close();
  await second.context().close();
});

test.each([
  ['office', true],
  ['phone', false],
] as const)(
  'a report on paper is typed in, in the %s window, scripts %s',
  async (window, javaScriptEnabled) => {
    const page = await windowOf(here.browser, {
      url: here.served.url,
      cookie: cookies.officer,
      viewport: WIDTHS[window],
      javaScriptEnabled,
    });
    const unit = window === 'office' ? 'dongfeng' : 'banfu';
    let sent = 0;
    page.on('request', (request) => {
      if (request.method() === 'POST') sent += 1;
    });
    await page.goto(`/2018H1/${unit}/record`);
    await page.getByLabel('收到方式').selectOption('paper');
    await page.getByLabel('实际收到日期').fill('2018-07-16');
    await page.getByLabel('实际收到时间').fill('16:05');
    await page.getByLabel('凭据说明').fill('收文登记第9号');
    expect(await page.locator('#item-52-progress').isVisible()).toBe(false);
    await page.getByLabel('在本页录入').check();
    expect(await page.locator('#form').isVisible()).toBe(false);
    // Enter in a field records nothing yet.
    await page.getByLabel('凭据说明').press('Enter');
    await page.getByRole('button', { name: '第52项 增加一行数据' }).click();
    await page.locator('#item-52-figure-2-name').fill('贷款户数');
    expect(sent).toBe(javaScriptEnabled ? 0 : 1);
    await page.locator('#item-52-figure-2-value').fill('约千');
    if (javaScriptEnabled) {
      expect([await accessProblems(page), await overflowOf(page)]).toEqual([[], 0]);
    }
    await page.getByRole('button', { name: '确认 代录' }).click();
    await page.getByText('处需要改正').waitFor();
    if (javaScriptEnabled) expect(await accessProblems(page)).toEqual([]);
    await page.locator('#item-52-figure-2-value').fill('1,200');
    await page.locator('#item-52-figure-2-unit').fill('户');
    for (const no of [52, 53]) {
      await page.locator(`#item-${no}-status`).selectOption('按序时推进');
      await page.locator(`#item-${no}-progress`).fill(`第${no}项按来件录入。`);
    }
    for (const name of ['preparedBy', 'phone', 'signedBy']) {
      await page.locator(`#${name}`).fill('来件所写');
    }
    await page.getByLabel('我已核对').check();
    await page.getByRole('button', { name: '确认 代录' }).click();
    await page.waitForURL('**/2018H1/*?done=*');
    expect(await page.locator('main').innerText()).toMatch(/贷款户数\s*1200\s*户/);
    await page.context().close();
  },
);
