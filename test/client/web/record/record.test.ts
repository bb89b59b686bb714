/** 代录: reports that came another way, with their evidence. */
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formXlsx } from '../../../../gateways/documents/form-xlsx.ts';
import {
  findAttachment,
  readAttachments,
  readSubmissions,
} from '../../../../store/read/submissions.ts';
import { type Web, webOverRound } from '../../../support/pages/web-app.ts';
import { ROUND } from '../../../support/people/cast.ts';
import { addressOf } from '../../../support/people/contacts.ts';
import { formFor } from '../../../support/reports/form.ts';
import { townReport } from '../../../support/reports/reports.ts';
import { at } from '../../../support/time/dates.ts';

const HERE = 'http://127.0.0.1:8080';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const TYPED = {
  way: 'paper',
  receivedOn: '2018-07-16',
  receivedAt: '16:05',
  evidence: '收文登记第123号',
};

let web: Web;
let cookie: string;
let form: File;
beforeAll(async () => {
  web = await webOverRound();
  cookie = await web.cookieOf(addressOf('jinrongju', 'officer'));
  form = new File(
    [new Uint8Array(await formXlsx(formFor('xiaolan', townReport)))],
    '小榄镇报送表.xlsx',
  );
});
afterAll(() => web.round.database.drop());

test('a recorded report counts from its real arrival, with its evidence', async () => {
  const fields = { ...TYPED, id: randomUUID() };
  const proof = new File([new Uint8Array(PNG)], '../../收文登记.png');
  const answer = await send('xiaolan', fields, { form, proof });
  expect(answer.status).toBe(303);
  expect(await web.html(answer.headers.get('location') ?? '')).toContain('小榄镇第1版材料已收到');
  const [submission] = await readSubmissions(web.round.database.pool, `${ROUND}/xiaolan`);
  expect(submission).toMatchObject({
    way: 'paper',
    evidence: '收文登记第123号',
    receivedAt: at('2018-07-16 16:05'),
    enteredAt: at('2018-07-17 10:30'),
    report: townReport,
  });
  const files = await readAttachments(web.round.database.pool, `${ROUND}/xiaolan`);
  expect(files).toMatchObject([
    {
      name: '收文登记.png',
      type: 'image/png',
      purpose: 'evidence',
      version: 1,
      sha256: createHash('sha256').update(PNG).digest('hex'),
    },
  ]);
  const kept = await findAttachment(
    web.round.database.pool,
    `${ROUND}/xiaolan`,
    files[0]?.id ?? '',
  );
  expect(kept?.content.equals(PNG)).toBe(true);
  // On time by its arrival, although it was recorded the day after.
  expect(await web.html('/2018H1/xiaolan')).toContain('<small>按期</small>');
});

test('recording sent twice, in turn or at once, makes one version with one file', async () => {
  const before = await versions('xiaolan');
  const proof = new File([new Uint8Array(PNG)], '收文登记.png');
  const fields = { ...TYPED, id: randomUUID() };
  const atOnce = await Promise.all([1, 2].map(() => send('xiaolan', fields, { form, proof })));
  const later = await send('xiaolan', fields, { form, proof });
  const places = [...atOnce, later].map((answer) => answer.headers.get('location'));
  expect(new Set(places)).toEqual(new Set([`/2018H1/xiaolan?done=${fields.id}`]));
  expect(await versions('xiaolan')).toBe(before + 1);
  const files = await readAttachments(web.round.database.pool, `${ROUND}/xiaolan`);
  expect(files.map(({ version }) => version ?? 0).toSorted((a, b) => a - b)).toEqual([
    1,
    before + 1,
  ]);
});

test.each([
  [{ ...TYPED, receivedOn: '2018-07-17', receivedAt: '10:31' }, '晚于现在（2018-07-17 10:30）'],
  [{ ...TYPED, receivedOn: '2018-02-30' }, '填的“2018-02-30”不是日期'],
  [{ ...TYPED, receivedAt: '25:00' }, '填的“25:00”不是时间'],
  [{ ...TYPED, way: 'online' }, '“收到方式”没有填'],
  [{ ...TYPED, evidence: '' }, '“凭据说明”没有填'],
])('impossible values are refused beside their fields and kept (%#)', async (typed, sentence) => {
  const answer = await send('guzhen', { ...typed, id: randomUUID() }, { form });
  expect(answer.status).toBe(400);
  const page = await answer.text();
  expect(page).toContain(sentence);
  expect(page).toContain(`value="${typed.receivedOn}"`);
  expect(await versions('guzhen')).toBe(1);
});

test('another unit’s form, a wrong file and a program named .pdf are refused and not stored', async () => {
  const program = new File([new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])], 'x.pdf');
  const own = new File(
    [new Uint8Array(await formXlsx(formFor('guzhen', townReport)))],
    'guzhen.xlsx',
  );
  for (const [files, sentence] of [
    [{ form }, '拿错了报送表'],
    [{ form: new File(['{'], 'x.json') }, 'JSON'],
    [{}, '“填好的报送表”没有填'],
    [{ form: own, proof: program }, '可接收 PDF'],
  ] as const) {
    const answer = await send('guzhen', { ...TYPED, id: randomUUID() }, files);
    expect([sentence, answer.status]).toEqual([sentence, 400]);
    expect(await answer.text()).toContain(sentence);
  }
  expect(await versions('guzhen')).toBe(1);
  expect(await readAttachments(web.round.database.pool, `${ROUND}/guzhen`)).toEqual([]);
});

test('an incomplete report is refused as online, and its evidence is not stored', async () => {
  const short = { ...townReport, items: townReport.items.filter(({ no }) => no !== 53) };
  const lacking = new File([new Uint8Array(await formXlsx(formFor('shaxi', short)))], 'shaxi.xlsx');
  const answer = await send(
    'shaxi',
    { ...TYPED, id: randomUUID() },
    { form: lacking, proof: new File([new Uint8Array(PNG)], 'x.png') },
  );
  expect(answer.status).toBe(409);
  expect(await answer.text()).toContain('第53项');
  expect(await versions('shaxi')).toBe(0);
  expect(await readAttachments(web.round.database.pool, `${ROUND}/shaxi`)).toEqual([]);
});

test('the offered form can be filled in and uploaded', async () => {
  const offered = await web.get('/2018H1/tanzhou/record/form.xlsx', cookie);
  expect(offered.headers.get('content-disposition')).toContain('attachment');
  const filled = new File([await offered.arrayBuffer()], '坦洲镇.xlsx');
  const answer = await send('tanzhou', { ...TYPED, id: randomUUID() }, { form: filled });
  expect(answer.status).toBe(303);
  expect(await versions('tanzhou')).toBe(1);
});

async function send(
  unit: string,
  fields: Readonly<Record<string, string>>,
  files: { readonly form?: File; readonly proof?: File },
): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  for (const [name, file] of Object.entries(files)) body.set(name, file);
  return web.request(`${HERE}/2018H1/${unit}/record`, {
    method: 'POST',
    headers: { cookie, origin: HERE },
    body,
  });
}

const versions = async (unit: string): Promise<number> =>
  (await readSubmissions(web.round.database.pool, `${ROUND}/${unit}`)).length;
