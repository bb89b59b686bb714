/** Uploaded files: which are accepted, under which name, and who may download them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAttachments } from '../../../../store/read/submissions.ts';
import { FILLED, pdf, revOf, send } from '../../../support/pages/liaison-at-form.ts';
import { type Web, webOverRound } from '../../../support/pages/web-app.ts';
import { ROUND } from '../../../support/people/cast.ts';
import { addressOf } from '../../../support/people/contacts.ts';

const PATH = '/2018H1/xiaolan/report';
const PDF = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n';
let web: Web;
let liaison: string;
beforeAll(async () => {
  web = await webOverRound();
  liaison = await web.cookieOf(addressOf('xiaolan', 'liaison'));
});
afterAll(() => web.round.database.drop());
const files = () => readAttachments(web.round.database.pool, `${ROUND}/xiaolan`);
const upload = async (file: File, fields = {}) =>
  send(web, liaison, PATH, { ...fields, file, action: 'upload', rev: await revOf(web, 'xiaolan') });

test.each([
  ['病毒.pdf', 'MZ'.padEnd(300, '\0'), '不是可接收的种类'],
  ['页面.pdf', '<html><script>alert(1)</script></html>', '不是可接收的种类'],
  ['图.docx', PDF, '与文件名的后缀不符'],
  ['空.pdf', '', '是空文件'],
  ['大.pdf', PDF.padEnd(20 * 1024 * 1024 + 1), '超过20 MB'],
])('%s is refused by name, with what was typed kept', async (name, content, sentence) => {
  const answer = await upload(new File([content], name), { remark: '写到一半的' });
  expect(answer.status).toBe(400);
  const page = await answer.text();
  expect(page).toContain(name);
  expect(page).toContain(sentence);
  expect(page).toContain('写到一半的');
  expect(await files()).toEqual([]);
});

test.each([
  ['../../../etc/cron.d/x.pdf', 'x.pdf'],
  ['"><script>alert(1)</script>.pdf', 'script.pdf'],
  ['a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie x=1.pdf'],
])('the name %j becomes %j, on the page and in the header', async (sent, kept) => {
  expect((await upload(new File([PDF], sent))).status).toBe(303);
  const [file] = await files();
  expect(file?.name).toBe(kept);
  const answer = await web.get(`/2018H1/xiaolan/files/${file?.id}`, liaison);
  expect(answer.headers.get('content-disposition')).toContain(
    `filename*=UTF-8''${encodeURIComponent(kept)}`,
  );
  expect(answer.headers.get('set-cookie')).toBeNull();
  const form = await (await web.get(PATH, liaison)).text();
  expect(form).not.toContain('<script>alert');
  await remove(file?.id ?? '');
  expect(await files()).toEqual([]);
});

test('a downloaded file cannot run scripts', async () => {
  await upload(pdf());
  const [file] = await files();
  const answer = await web.get(`/2018H1/xiaolan/files/${file?.id}`, liaison);
  expect(answer.headers.get('content-security-policy')).toBe('sandbox');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  const page = await web.get(PATH, liaison);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  await remove(file?.id ?? '');
});

test('a form sent twice keeps one file; the same id with another file keeps both', async () => {
  const id = '11111111-1111-4111-8111-111111111111';
  await Promise.all([upload(pdf(), { id }), upload(pdf(), { id })]);
  expect(await files()).toHaveLength(1);
  await upload(new File([PDF, '%2'], '另一份.pdf'), { id });
  expect((await files()).map(({ name }) => name).toSorted()).toEqual(['另一份.pdf', '台账.pdf']);
});

test('before it is handed in, a file belongs to the unit alone; afterwards it cannot be removed', async () => {
  const [file, other] = await files();
  const path = `/2018H1/xiaolan/files/${file?.id}`;
  expect((await web.get(path)).status).toBe(404);
  expect((await web.get(path, await leader())).status).toBe(200);
  await remove(other?.id ?? '');
  expect((await web.get(`/2018H1/xiaolan/files/${other?.id}`, liaison)).status).toBe(404);
  await send(web, liaison, PATH, { ...FILLED, action: 'submit' });
  expect((await web.get(path)).status).toBe(200);
  await remove(file?.id ?? '');
  expect((await files()).map(({ id, version }) => [id, version])).toEqual([[file?.id, 1]]);
});

test('the signed page sent twice is stored once, with the same answer', async () => {
  const id = '22222222-2222-4222-8222-222222222222';
  const sends = [1, 2].map(() =>
    send(web, liaison, '/2018H1/xiaolan/scans/1', { id, file: pdf() }),
  );
  const answers = await Promise.all(sends);
  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  expect((await files()).filter(({ purpose }) => purpose === 'scan')).toHaveLength(1);
});

test('evidence of a recorded report is for the bureau only', async () => {
  const { pool } = web.round.database;
  await pool.query(`update attachment set purpose = 'evidence' where purpose = 'scan'`);
  const [proof] = (await files()).filter(({ purpose }) => purpose === 'evidence');
  const path = `/2018H1/xiaolan/files/${proof?.id}`;
  expect((await web.get(path)).status).toBe(200);
  expect((await web.get(path, liaison)).status).toBe(404);
  const own = await (await web.get('/2018H1/xiaolan', liaison)).text();
  expect(own).not.toContain(proof?.id);
  expect(await web.html('/2018H1/xiaolan')).toContain(proof?.id);
});

test.each(['-'.repeat(36), `${'0'.repeat(36)}`, '..%2f..%2fetc'])(
  'the id %s opens nothing and breaks nothing',
  async (id) => {
    expect((await web.get(`/2018H1/xiaolan/files/${id}`, liaison)).status).toBe(404);
    expect((await remove(id)).status).toBe(303);
  },
);

const leader = () => web.cookieOf(addressOf('xiaolan', 'leader'));
const remove = async (id: string) =>
  send(web, liaison, PATH, { action: `remove-${id}`, rev: await revOf(web, 'xiaolan') });
