/** Figures on the form: the last period's beside them, added rows, and where they show afterwards. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createOpenRound } from '../../../../activities/round/open-round.ts';
import { toHost } from '../../../../domain/time/plan-time.ts';
import { formXlsx } from '../../../../gateways/documents/form-xlsx.ts';
import { readReportFile } from '../../../../gateways/report-file/read-file.ts';
import { shippedPlan } from '../../../../rehearsal/shipped-plan.ts';
import { readSubmissions } from '../../../../store/read/submissions.ts';
import { readDraft } from '../../../../store/visit/drafts.ts';
import { applyCommand } from '../../../../store/write/commands.ts';
import { FILLED, revOf, send } from '../../../support/pages/liaison-at-form.ts';
import { reportOfTown, type Web, webOverRound } from '../../../support/pages/web-app.ts';
import { ROUND } from '../../../support/people/cast.ts';
import { addressOf } from '../../../support/people/contacts.ts';
import { formFor } from '../../../support/reports/form.ts';
import { at } from '../../../support/time/dates.ts';

const LAST = [
  { name: '涉农贷款余额', value: '12.30', unit: '亿元' },
  { name: '贷款户数', value: '1180', unit: '户' },
];
const PATH = '/2018H1/nantou/report';
const figure = (row: number, name: string, value: string, unit: string) => ({
  [`item-52-figure-${row}-name`]: name,
  [`item-52-figure-${row}-value`]: value,
  [`item-52-figure-${row}-unit`]: unit,
});

let web: Web;
let cookie: string;
beforeAll(async () => {
  web = await webOverRound();
  cookie = await web.cookieOf(addressOf('nantou', 'liaison'));
  await handInBefore('nantou');
});
afterAll(() => web.round.database.drop());

const page = async (path = PATH) => (await web.get(path, cookie)).text();
const post = async (fields: object) =>
  send(web, cookie, PATH, { rev: await revOf(web, 'nantou'), ...fields });
const fieldIn = (html: string, name: string) =>
  new RegExp(`id="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1];
const newest = async () =>
  (await readSubmissions(web.round.database.pool, `${ROUND}/nantou`)).at(-1)?.report;

test('the form shows the last period’s figures beside empty fields', async () => {
  const html = await page();
  expect(fieldIn(html, 'item-52-figure-1-name')).toBe('涉农贷款余额');
  expect(fieldIn(html, 'item-52-figure-1-value')).toBe('');
  expect(fieldIn(html, 'item-52-figure-1-unit')).toBe('亿元');
  expect(html).toContain('上期 12.30 亿元');
  expect(fieldIn(html, 'item-52-figure-3-name')).toBe('');
  expect(fieldIn(html, 'item-52-figure-4-name')).toBeUndefined();
  expect(fieldIn(html, 'item-53-figure-1-name')).toBe('');
  expect(html).toContain('填6月末的数或1—6月的数');
  // The sheet for the section of the unit that knows the figures.
  expect(await page('/2018H1/nantou/items/52')).toContain(
    '涉农贷款余额：________亿元（上期 12.30 亿元）',
  );
});

test('without scripts a row is added by saving the draft', async () => {
  const typed = { ...figure(1, '涉农贷款余额', '13.5', '亿元'), ...figure(2, '', '', '') };
  const answer = await post({ ...FILLED, ...typed, action: 'more-52' });
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe(`${PATH}#item-52-figure-3-name`);
  const html = await page();
  expect(fieldIn(html, 'item-52-figure-1-value')).toBe('13.5');
  expect(fieldIn(html, 'item-52-figure-3-name')).toBe('');
  expect(html).toContain('上半年新增贷款 3.2 亿元。');
  // An emptied row of the last period does not come back.
  expect(html).not.toContain('value="贷款户数"');
});

test('problems with figures show at their rows, and everything typed stays', async () => {
  const typed = {
    ...figure(1, '涉农贷款余额', '', '亿元'),
    ...figure(2, '', '', ''),
    ...figure(3, '新增户数', '约三百', '户'),
    ...figure(4, '保费', '3', ''),
  };
  const answer = await post({ ...FILLED, ...typed, action: 'submit' });
  expect(answer.status).toBe(400);
  const html = await answer.text();
  expect(html).toContain('有2处需要改正');
  expect(html).toContain('<a href="#item-52-figure-3-value">第52项数据“新增户数”的数值“约三百”');
  expect(html).toContain('<a href="#item-52-figure-4-unit">第52项数据“保费”未填单位');
  expect(html).toMatch(/id="item-52-figure-3-value"[^>]*aria-invalid="true"/);
  expect(fieldIn(html, 'item-52-figure-3-value')).toBe('约三百');
  expect(await newest()).toBeUndefined();
});

test('figures are normalised when handed in; rows of the last period without a value are left out', async () => {
  const typed = {
    ...figure(1, '涉农贷款余额', '１，234.50', '亿元'),
    ...figure(2, '贷款户数', '', '户'),
    ...figure(3, ' 同比增长 ', '-0.5%', '%'),
  };
  const answer = await post({ ...FILLED, ...typed, action: 'submit' });
  expect(answer.headers.get('location')).toBe('/2018H1/nantou/receipts/1');
  expect((await newest())?.items[0]?.figures).toEqual([
    { name: '涉农贷款余额', value: '1234.50', unit: '亿元' },
    { name: '同比增长', value: '-0.5', unit: '%' },
  ]);
  expect((await newest())?.items[1]).not.toHaveProperty('figures');
  // The bureau's page shows figures with the last period's, also those not reported again; so does the page to sign.
  for (const path of ['/2018H1/nantou', '/2018H1/nantou/submissions/1']) {
    const shown = await web.html(path);
    expect(shown).toContain(
      '<li>涉农贷款余额 <b>1234.50</b> 亿元<small>（上期 12.30 亿元）</small></li>',
    );
    expect(shown).toContain('<li>同比增长 <b>-0.5</b> %</li>');
    expect(shown).toContain('<li>贷款户数 <b>—</b><small>（上期 1180 户）</small></li>');
  }
  expect(await page(`${PATH}/signature`)).toContain(
    '主要数据：涉农贷款余额1234.50亿元；同比增长-0.5%',
  );
  const html = await page();
  expect(fieldIn(html, 'item-52-figure-1-value')).toBe('1234.50');
  expect(fieldIn(html, 'item-52-figure-3-name')).toBe('贷款户数');
});

test('comparing versions shows changed figures', async () => {
  const typed = figure(1, '涉农贷款余额', '1234.60', '亿元');
  await post({ ...FILLED, ...typed, action: 'submit' });
  const html = await page('/2018H1/nantou/submissions/compare?from=1&to=2');
  expect(html).toContain('<dt>第52项 主要数据</dt>');
  expect(html).toMatch(/<del>[^<]*50/);
});

test('the Excel form holds the last period’s figures, and fills this period’s into the page', async () => {
  const offered = await web.get(`${PATH}/form.xlsx`, cookie);
  const form = await readReportFile(Buffer.from(await offered.arrayBuffer()));
  expect(form.items[0]?.figures?.map(({ value }) => value)).toEqual(['1234.60']);
  const report = { ...reportOfTown(), items: withFigures('20.5') };
  const file = new File([new Uint8Array(await formXlsx(formFor('nantou', report)))], 'x.xlsx');
  const answer = await post({ form: file, action: 'read-back' });
  expect(answer.headers.get('location')).toContain('notice=filled');
  const html = await page();
  expect(fieldIn(html, 'item-52-figure-1-value')).toBe('20.5');
  expect(html).toContain('上期 12.30 亿元');
  expect(fieldIn(html, 'item-52-figure-2-name')).toBe('贷款户数');
});

test('an old draft without figures gets the last period’s rows', async () => {
  await handInBefore('banfu');
  const banfu = await cookieOf('banfu');
  await send(web, banfu, '/2018H1/banfu/report', { remark: '旧草稿', rev: '0', action: 'draft' });
  const draft = await readDraft(web.round.database.pool, `${ROUND}/banfu`);
  expect(Object.keys(draft?.content ?? {}).join()).not.toContain('figure');
  const html = await (await web.get('/2018H1/banfu/report', banfu)).text();
  expect(fieldIn(html, 'item-52-figure-2-name')).toBe('贷款户数');
  expect(html).toContain('旧草稿');
});

const cookieOf = (unit: string) => web.cookieOf(addressOf(unit, 'liaison'));

const withFigures = (balance: string) =>
  reportOfTown().items.map((item) =>
    item.no === 52
      ? { ...item, figures: [{ name: '涉农贷款余额', value: balance, unit: '亿元' }] }
      : item,
  );

/** In the round before, which is still open. */
async function handInBefore(unit: string): Promise<void> {
  const { pool } = web.round.database;
  const round = `${shippedPlan.id}/2017H2`;
  const asOf = toHost(at('2018-06-22 09:00'), 0);
  await createOpenRound({ pool, offset: 0 }).openRound({ round, asOf });
  const report = reportOfTown();
  const items = report.items.map((item) => (item.no === 52 ? { ...item, figures: LAST } : item));
  const outcome = await applyCommand(pool, {
    id: `before-${unit}`,
    actor: { kind: 'unit', name: '联络员' },
    receivedAt: at('2018-06-23 09:00'),
    obligation: `${round}/${unit}`,
    act: { kind: 'submit', report: { ...report, items } },
  });
  if (!outcome.ok) throw new Error(outcome.message);
}
