/** Held letters: read, edited, released and dismissed on the pages. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocumentText } from '../../../../domain/delivery/message-text.ts';
import { type Delivery, findDelivery } from '../../../../store/read/deliveries.ts';
import { insertDeliveries } from '../../../../store/write/deliveries.ts';
import { HELD, MARKUP, NOW, type Web, webOverRound } from '../../../support/pages/web-app.ts';
import { ROUND } from '../../../support/people/cast.ts';
import { addressOf } from '../../../support/people/contacts.ts';
import { xmlOf } from '../../../support/reports/document-xml.ts';

const DOCUMENT: DocumentText = {
  title: '商请报送2018年上半年落实情况',
  addressee: '小榄镇人民政府',
  paragraphs: ['贵镇牵头事项落实情况应于7月15日前报送。', '请于7月20日17:30前报送。'],
  signature: '中山市金融局',
  date: '2018年7月19日',
  note: '【演示】',
};
const PATH = `/2018H1/xiaolan/letters/${createHash('sha256').update(HELD).digest('hex')}`;

let web: Web;
beforeAll(async () => {
  web = await webOverRound();
  const letter = { step: 'press', kind: 'press', slot: 'leader', channel: 'letter' } as const;
  await insertDeliveries(web.round.database.pool, [
    { ...held(HELD), ...letter, person: '李副镇长', content: DOCUMENT },
  ]);
});
afterAll(() => web.round.database.drop());

test('the task on the board links to the letter as it will be sent', async () => {
  expect(await web.html('/2018H1')).toContain(`href="${PATH}"`);
  const page = await web.html(PATH);
  expect(page).toContain('催办 · 函 → 李副镇长');
  for (const text of [DOCUMENT.title, '小榄镇人民政府：', ...DOCUMENT.paragraphs, '中山市金融局']) {
    expect(page).toContain(text);
  }
  const delivery = new URLSearchParams({ delivery: HELD });
  expect(page).toContain(`/acts/release?${delivery}`);
});

test('an edited letter is shown, saved as Word and recorded in the trail', async () => {
  const hidden = hiddenOf(await web.html(PATH));
  const answer = await web.post(PATH, {
    ...hidden,
    title: DOCUMENT.title,
    addressee: '小榄镇人民政府：',
    paragraphs: `第一段${MARKUP}\r\n\r\n  第二段。`,
  });
  expect(answer.status).toBe(303);
  const page = await web.html(answer.headers.get('location') ?? '');
  expect(page).toContain('文稿已修改，待审发');
  expect(page).not.toContain(MARKUP);
  expect(page).toContain('<p>第二段。</p>');
  expect(page).toContain('<p>小榄镇人民政府：</p>');
  const word = await web.get(`${PATH}.docx`);
  expect(word.headers.get('content-disposition')).toContain(
    `filename*=UTF-8''${encodeURIComponent(`${DOCUMENT.title}.docx`)}`,
  );
  expect(wordsOf(Buffer.from(await word.arrayBuffer()))).toContain('第二段。');
  const { rows } = await web.round.database.pool.query(
    `select content->'document' as document from command where kind = 'edit-held' and obligation = $1`,
    [`${ROUND}/xiaolan`],
  );
  expect(rows).toEqual([
    {
      document: { ...DOCUMENT, paragraphs: [`第一段${MARKUP}`, '第二段。'] },
    },
  ]);
});

test('a letter without text is refused, and what was typed stays in the form', async () => {
  const answer = await web.post(PATH, {
    ...hiddenOf(await web.html(PATH)),
    title: '新的标题',
    addressee: '',
    paragraphs: '  ',
  });
  expect(answer.status).toBe(400);
  const page = await answer.text();
  expect(page).toContain('“主送”没有填');
  expect(page).toContain('“正文（一行一段）”没有填');
  expect(page).toContain('新的标题');
  expect(await web.html(PATH)).not.toContain('新的标题');
});

test('of two who edit at once, the second sees the first one’s change', async () => {
  const chief = await web.cookieOf(addressOf('jinrongju', 'chief'));
  const fields = (page: string, paragraphs: string) => ({
    ...hiddenOf(page),
    title: DOCUMENT.title,
    addressee: DOCUMENT.addressee,
    paragraphs,
  });
  const opened = await web.html(PATH);
  const first = await web.post(PATH, fields(await web.html(PATH), '科长改的。'), chief);
  expect(first.status).toBe(303);
  const second = await web.post(PATH, fields(opened, '经办人改的。'));
  expect(second.status).toBe(409);
  const page = await second.text();
  expect(page).toContain('在您打开本页之后');
  expect(page).toContain('经办人改的。');
  expect(await web.html(PATH)).toContain('<p>科长改的。</p>');
});

test('a released letter offers no actions', async () => {
  const delivery = new URLSearchParams({ delivery: HELD });
  const form = await web.html(`/2018H1/xiaolan/acts/release?${delivery}`);
  expect(form).toContain('2018-07-17 10:30 起的发送时段');
  expect(form).toContain(`href="${PATH}"`);
  const released = await web.post('/2018H1/xiaolan/acts/release', hiddenOf(form));
  expect(released.status).toBe(303);
  const page = await web.html(PATH);
  expect(page).not.toContain('/acts/release');
  expect(page).not.toContain('<form class="card letter-editor"');
  const late = await web.post(PATH, {
    id: 'late',
    seen: '999999',
    title: 'x',
    addressee: 'x',
    paragraphs: 'x',
  });
  expect(late.status).toBe(409);
  expect(await late.text()).toContain('该文稿已处理');
  expect(await web.html(PATH)).toContain('<p>科长改的。</p>');
});

test('a letter of another unit, or an unknown one, gets 404', async () => {
  const reference = PATH.split('/').at(-1);
  expect((await web.get(`/2018H1/guzhen/letters/${reference}`)).status).toBe(404);
  expect((await web.get(`/2018H1/xiaolan/letters/${'0'.repeat(64)}`)).status).toBe(404);
  expect((await web.get(`/2018H1/xiaolan/letters/${'0'.repeat(64)}.docx`)).status).toBe(404);
});

test('a held mail is read, edited and released on the same pages, and is nothing of the unit’s until it goes', async () => {
  const key = `${ROUND}/xiaolan#1#reminder-1#liaison#email`;
  const content = { subject: '提醒：请报送', text: '小榄镇政府：\n\n请于7月15日前报送。\n' };
  await insertDeliveries(web.round.database.pool, [{ ...held(key), content }]);
  const { pool } = web.round.database;
  const addressing = [{ slot: 'liaison', channels: ['email', 'sms'], release: 'held' }];
  await pool.query(
    `insert into step (obligation, cycle, key, kind, state, at, not_after, first_at, addressing)
     values ($1, 1, 'reminder-1', 'reminder', 'performed', $2, $2, $2, $3)
         on conflict (obligation, cycle, key) do update set addressing = excluded.addressing`,
    [`${ROUND}/xiaolan`, new Date(NOW), JSON.stringify(addressing)],
  );
  const path = `/2018H1/xiaolan/letters/${createHash('sha256').update(key).digest('hex')}`;
  expect(await web.html('/2018H1/xiaolan')).toContain(`href="${path}"`);
  const unit = await web.cookieOf(addressOf('xiaolan', 'liaison'));
  expect(await (await web.get('/2018H1/xiaolan', unit)).text()).not.toContain('请于7月15日前报送');
  const page = await web.html(path);
  for (const text of [content.subject, '请于7月15日前报送。', '/acts/release']) {
    expect(page).toContain(text);
  }
  expect(page).not.toContain('.docx');
  expect(page).not.toContain('name="addressee"');
  expect((await web.get(`${path}.docx`)).status).toBe(404);
  const edited = await web.post(path, {
    ...hiddenOf(page),
    title: '请于周五前报送',
    paragraphs: `小榄镇政府：\r\n\r\n请于周五前报来${MARKUP}。`,
  });
  expect(edited.status).toBe(303);
  expect(await findDelivery(pool, key)).toMatchObject({
    state: 'held',
    content: { subject: '请于周五前报送', text: `小榄镇政府：\n\n请于周五前报来${MARKUP}。\n` },
  });
  expect(await web.html(path)).not.toContain(MARKUP);
  const delivery = new URLSearchParams({ delivery: key });
  const form = await web.html(`/2018H1/xiaolan/acts/release?${delivery}`);
  expect(form).toContain(`href="${path}"`);
  expect((await web.post('/2018H1/xiaolan/acts/release', hiddenOf(form))).status).toBe(303);
  expect(await findDelivery(pool, key)).toMatchObject({ state: 'planned' });
});

const wordsOf = (word: Buffer): string => xmlOf(word, 'word/document.xml').replace(/<[^>]*>/g, '');

/** The reminder of a unit, by mail. */
const held = (key: string): Delivery => ({
  key,
  round: ROUND,
  obligation: `${ROUND}/xiaolan`,
  cycle: 1,
  step: 'reminder-1',
  kind: 'reminder',
  slot: 'liaison',
  channel: 'email',
  state: 'held',
  at: NOW,
  notAfter: NOW,
  insteadOf: null,
  person: '联络员',
  message: null,
  content: null,
  reason: null,
  settledAt: null,
});

function hiddenOf(page: string): Record<string, string> {
  const fields = [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return Object.fromEntries(
    fields.map(([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')]),
  );
}
