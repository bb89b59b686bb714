/** The report form, sent without scripts. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readObligation } from '../../../../store/read/obligations.ts';
import { readAttachments, readSubmissions } from '../../../../store/read/submissions.ts';
import { readDraft } from '../../../../store/visit/drafts.ts';
import {
  revOf as draftRevOf,
  FILLED,
  type Fields,
  pdf,
  send as sendAs,
} from '../../../support/pages/liaison-at-form.ts';
import { type Web, webOverRound } from '../../../support/pages/web-app.ts';
import { ROUND } from '../../../support/people/cast.ts';
import { addressOf } from '../../../support/people/contacts.ts';

const HERE = 'http://127.0.0.1:8080';
let web: Web;
let liaison: string;
beforeAll(async () => {
  web = await webOverRound();
  liaison = await web.cookieOf(addressOf('xiaolan', 'liaison'));
});
afterAll(() => web.round.database.drop());
const pool = () => web.round.database.pool;

const send = async (path: string, fields: Fields, cookie = liaison) =>
  sendAs(web, cookie, path, fields);
const revOf = async (unit: string) => draftRevOf(web, unit);
const get = async (path: string, cookie = liaison) => (await web.get(path, cookie)).text();

test('the form starts with the people of the roster, and the declaration is never ticked beforehand', async () => {
  const page = await get('/2018H1/xiaolan/report');
  expect(page).toContain('value="小榄镇联络员甲"');
  expect(page).toContain('第52项');
  expect(page).toMatch(/name="declaration"(?![^>]*checked)/);
});

test('problems show at their fields and in a list of links; everything typed stays', async () => {
  const wrong = {
    ...FILLED,
    'item-53-progress': '',
    'item-52-progress': '长'.repeat(301),
    declaration: '',
  };
  const answer = await send('/2018H1/xiaolan/report', { ...wrong, action: 'submit', rev: '0' });
  expect(answer.status).toBe(400);
  const page = await answer.text();
  expect(page).toContain('有3处需要改正');
  expect(page).toContain('<a href="#item-53-progress">第53项“进展情况”未填');
  expect(page).toMatch(/id="item-52-progress"[^>]*aria-invalid="true"/);
  expect(page).toContain('长'.repeat(301));
  expect(page).toContain('value="梁志强"');
  expect((await readObligation(pool(), `${ROUND}/xiaolan`)).state).toBe('open');
  expect(await readDraft(pool(), `${ROUND}/xiaolan`)).toMatchObject({ savedBy: '小榄镇联络员甲' });
});

test('a draft is saved and restored; other units and the bureau cannot see it', async () => {
  const rev = await revOf('xiaolan');
  const draft = { 'item-52-progress': '只写到一半' };
  const saved = await send('/2018H1/xiaolan/report', { ...draft, action: 'draft', rev });
  expect(saved.status).toBe(303);
  const page = await get('/2018H1/xiaolan/report');
  expect(page).toContain('已恢复草稿');
  expect(page).toContain('只写到一半');
  expect(await get('/2018H1/xiaolan/report/signature')).toContain('草稿，尚未报送');
  expect(await web.html('/2018H1/xiaolan/report/signature')).not.toContain('只写到一半');
  const foreign = await web.cookieOf(addressOf('guzhen', 'liaison'));
  expect((await web.get('/2018H1/xiaolan/report', foreign)).status).toBe(404);
});

test('of two tabs, the second is told who saved, keeps its text, and can overwrite', async () => {
  const rev = await revOf('xiaolan');
  const url = `${HERE}/2018H1/xiaolan/report/draft`;
  const save = (of: string, text: string) =>
    web.request(url, {
      method: 'PUT',
      headers: { cookie: liaison, 'content-type': 'application/json' },
      body: JSON.stringify({ rev: Number(of), values: { remark: text } }),
    });
  expect((await save(rev, '甲窗口')).status).toBe(200);
  const second = await save(rev, '乙窗口');
  expect(second.status).toBe(409);
  expect(await second.json()).toMatchObject({
    sentence: expect.stringContaining('小榄镇联络员甲'),
  });
  const byHand = await send('/2018H1/xiaolan/report', { remark: '丙窗口', action: 'draft', rev });
  expect(byHand.status).toBe(409);
  const page = await byHand.text();
  expect(page).toContain('丙窗口');
  const newer = /name="rev" value="(\d+)"/.exec(page)?.[1] ?? '';
  await send('/2018H1/xiaolan/report', { remark: '丙窗口', action: 'draft', rev: newer });
  expect((await readDraft(pool(), `${ROUND}/xiaolan`))?.content).toMatchObject({
    remark: '丙窗口',
  });
});

test('a file whose content does not match its name is refused, and typed text stays', async () => {
  const exe = new File([Buffer.from('MZ'.padEnd(300, '\0'))], '病毒.pdf');
  const rev = await revOf('xiaolan');
  const answer = await send('/2018H1/xiaolan/report', {
    ...FILLED,
    file: exe,
    action: 'upload',
    rev,
  });
  expect(answer.status).toBe(400);
  const page = await answer.text();
  expect(page).toContain('“病毒.pdf”的内容不是可接收的种类');
  expect(page).toContain('上半年新增贷款');
});

test('a form sent twice is handed in once, with its file and a receipt, and the draft is gone', async () => {
  const upload = { ...FILLED, file: pdf(), action: 'upload', rev: await revOf('xiaolan') };
  expect((await send('/2018H1/xiaolan/report', upload)).status).toBe(303);
  const page = await get('/2018H1/xiaolan/report');
  const id = /name="id" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const form = { ...FILLED, action: 'submit', id, rev: await revOf('xiaolan') };
  const both = await Promise.all([1, 2].map(async () => send('/2018H1/xiaolan/report', form)));
  expect(both.map(({ headers }) => headers.get('location'))).toEqual(
    Array(2).fill('/2018H1/xiaolan/receipts/1'),
  );
  expect(await readSubmissions(pool(), `${ROUND}/xiaolan`)).toHaveLength(1);
  expect(await readDraft(pool(), `${ROUND}/xiaolan`)).toBeNull();
  const receipt = await get('/2018H1/xiaolan/receipts/1');
  expect(receipt).toContain('2018H1-xiaolan-1');
  const [file] = await readAttachments(pool(), `${ROUND}/xiaolan`);
  expect(receipt).toContain(file?.sha256 ?? '-');
  expect(file).toMatchObject({ version: 1, name: '台账.pdf' });
});

test('a file is downloaded, never shown inline, and only by its unit and the bureau', async () => {
  const [file] = await readAttachments(pool(), `${ROUND}/xiaolan`);
  const path = `/2018H1/xiaolan/files/${file?.id}`;
  const answer = await web.get(path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-disposition')).toMatch(
    /^attachment; .*%E5%8F%B0%E8%B4%A6\.pdf/,
  );
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  const foreign = await web.cookieOf(addressOf('guzhen', 'liaison'));
  expect((await web.get(path, foreign)).status).toBe(404);
  expect((await web.get(`/2018H1/guzhen/files/${file?.id}`, foreign)).status).toBe(404);
});

test('the signed page may follow without changing the time of arrival', async () => {
  const before = await readObligation(pool(), `${ROUND}/xiaolan`);
  const answer = await send('/2018H1/xiaolan/scans/1', { file: pdf() });
  expect(answer.status).toBe(303);
  expect(await get('/2018H1/xiaolan/receipts/1?scan=added')).toContain('签批页扫描件已收到');
  expect((await readObligation(pool(), `${ROUND}/xiaolan`)).receivedAt).toBe(before.receivedAt);
  expect((await send('/2018H1/xiaolan/scans/7', { file: pdf() })).status).toBe(404);
});

test('versions can be compared, with differences marked by elements', async () => {
  const changed = { ...FILLED, 'item-52-progress': '上半年新增贷款 4.1 亿元。' };
  const rev = await revOf('xiaolan');
  await send('/2018H1/xiaolan/report', { ...changed, action: 'submit', rev, seen: '1' });
  const page = await get('/2018H1/xiaolan/submissions/compare?from=1&to=2');
  expect(page).toMatch(/<dt>第52项 进展情况<\/dt>/);
  expect(page).toMatch(/<del>3<\/del><ins>4<\/ins><span>\.<\/span><del>2<\/del><ins>1<\/ins>/);
  expect(page).not.toContain('第53项 进展情况');
});

test('an uploaded Excel form fills the page without handing in', async () => {
  const form = await web.get(
    '/2018H1/guzhen/report/form.xlsx',
    await web.cookieOf(addressOf('guzhen', 'liaison')),
  );
  const file = new File([await form.arrayBuffer()], '报送表.xlsx');
  const guzhen = await web.cookieOf(addressOf('guzhen', 'liaison'));
  const filled = await send(
    '/2018H1/guzhen/report',
    { form: file, action: 'read-back', rev: await revOf('guzhen') },
    guzhen,
  );
  expect(filled.headers.get('location')).toBe('/2018H1/guzhen/report?notice=filled');
  expect(await get('/2018H1/guzhen/report?notice=filled', guzhen)).toContain('请核对后报送');
  expect((await readObligation(pool(), `${ROUND}/guzhen`)).version).toBe(1);
  const rev = await revOf('xiaolan');
  const wrong = await send('/2018H1/xiaolan/report', { form: file, action: 'read-back', rev });
  expect(await wrong.text()).toContain('拿错了报送表');
});

test('a request that is too large is refused with a sentence', async () => {
  const huge = new File([Buffer.alloc(23 * 1024 * 1024)], '大.pdf');
  const answer = await send('/2018H1/xiaolan/report', {
    file: huge,
    action: 'upload',
    rev: await revOf('xiaolan'),
  });
  expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('超过22 MB')]);
});
