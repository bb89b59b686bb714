/** 代录 typed into the page: a report on paper has no file to upload. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formXlsx } from '../../../../gateways/documents/form-xlsx.ts';
import { readAttachments, readSubmissions } from '../../../../store/read/submissions.ts';
import { readDraft } from '../../../../store/visit/drafts.ts';
import {
  FILLED,
  type Fields,
  pdf,
  send as sendAs,
} from '../../../support/pages/liaison-at-form.ts';
import { reportOfTown, type Web, webOverRound } from '../../../support/pages/web-app.ts';
import { ROUND } from '../../../support/people/cast.ts';
import { addressOf } from '../../../support/people/contacts.ts';
import { formFor } from '../../../support/reports/form.ts';
import { townReport } from '../../../support/reports/reports.ts';
import { at } from '../../../support/time/dates.ts';

const ARRIVED = {
  content: 'page',
  way: 'paper',
  receivedOn: '2018-07-16',
  receivedAt: '16:05',
  evidence: '收文登记第123号',
};
const FIGURE = {
  'item-52-figure-1-name': '涉农贷款余额',
  'item-52-figure-1-value': '12.30',
  'item-52-figure-1-unit': '亿元',
};

let web: Web;
let officer: string;
beforeAll(async () => {
  web = await webOverRound();
  officer = await web.cookieOf(addressOf('jinrongju', 'officer'));
});
afterAll(() => web.round.database.drop());

const pool = () => web.round.database.pool;
const send = (unit: string, fields: Fields) =>
  sendAs(web, officer, `/2018H1/${unit}/record`, { id: randomUUID(), ...fields });
const versionsOf = (unit: string) => readSubmissions(pool(), `${ROUND}/${unit}`);

test('a typed report counts from its real arrival and keeps its evidence', async () => {
  const answer = await send('xiaolan', { ...ARRIVED, ...FILLED, ...FIGURE, proof: pdf() });
  expect(answer.status).toBe(303);
  expect(await web.html(answer.headers.get('location') ?? '')).toContain('小榄镇第1版材料已收到');
  const [version] = await versionsOf('xiaolan');
  expect(version).toMatchObject({
    way: 'paper',
    receivedAt: at('2018-07-16 16:05'),
    report: {
      nil: false,
      signedBy: '黄分管',
      items: [
        {
          no: 52,
          status: '按序时推进',
          progress: '上半年新增贷款 3.2 亿元。',
          figures: [{ name: '涉农贷款余额', value: '12.30', unit: '亿元' }],
        },
        { no: 53 },
      ],
    },
  });
  const files = await readAttachments(pool(), `${ROUND}/xiaolan`);
  expect(files).toMatchObject([{ purpose: 'evidence', version: 1 }]);
});

test('sent twice, it makes one version', async () => {
  const fields = { ...ARRIVED, ...FILLED, id: randomUUID() };
  const both = await Promise.all([send('tanzhou', fields), send('tanzhou', fields)]);
  expect(both.map(({ status }) => status)).toEqual([303, 303]);
  expect(await versionsOf('tanzhou')).toHaveLength(1);
});

test('a nil report needs its reason and nothing else', async () => {
  const people = { preparedBy: '梁志强', phone: '1', signedBy: '黄分管', declaration: 'yes' };
  const without = await send('nantou', { ...ARRIVED, ...people, nil: 'yes' });
  expect(without.status).toBe(400);
  expect(await without.text()).toContain('<a href="#remark">零报告须说明原因');
  const nil = { ...ARRIVED, ...people, nil: 'yes', remark: '本期没有须报的进展。' };
  expect((await send('nantou', nil)).status).toBe(303);
  expect((await versionsOf('nantou'))[0]?.report).toMatchObject({ nil: true, items: [] });
});

test('problems of the arrival and of the items show together, and everything typed stays', async () => {
  const wrong = {
    ...ARRIVED,
    ...FILLED,
    ...FIGURE,
    evidence: '',
    'item-52-progress': '长'.repeat(301),
    'item-52-figure-1-value': '约12',
    signedBy: '',
    declaration: '',
    proof: pdf(),
  };
  const answer = await send('guzhen', wrong);
  expect(answer.status).toBe(400);
  const page = await answer.text();
  expect(page).toContain('有5处需要改正');
  expect(page).toContain('请重新选择文件');
  for (const link of [
    '<a href="#evidence">“凭据说明”没有填',
    '<a href="#item-52-progress">第52项“进展情况”共301字',
    '<a href="#item-52-figure-1-value">第52项数据“涉农贷款余额”的数值“约12”不是数字',
    '<a href="#signedBy">“签发人”未填',
    '<a href="#declaration">尚未确认',
  ]) {
    expect(page).toContain(link);
  }
  expect(page).toMatch(/id="item-52-figure-1-value"[^>]*aria-invalid="true"/);
  expect(page).toContain('长'.repeat(301));
  expect(page).toContain('value="约12"');
  expect(page).toContain('value="2018-07-16"');
  expect(page).toMatch(/id="content-page"[^>]*checked/);
  expect(await versionsOf('guzhen')).toHaveLength(1);
  expect(await readAttachments(pool(), `${ROUND}/guzhen`)).toEqual([]);
});

test('a file and typed text together are refused', async () => {
  const content = new Uint8Array(await formXlsx(formFor('guzhen', townReport)));
  const form = new File([content], '报送表.xlsx');
  const answer = await send('guzhen', { ...ARRIVED, ...FILLED, form });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain('选了“在本页录入”，又选了报送表文件');
  expect(await versionsOf('guzhen')).toHaveLength(1);
});

test('the page itself adds a row, with the same form id, and records nothing', async () => {
  const id = randomUUID();
  const answer = await send('shaxi', { ...ARRIVED, ...FILLED, ...FIGURE, id, action: 'more-52' });
  expect(answer.status).toBe(200);
  const page = await answer.text();
  expect(page).toContain('id="item-52-figure-2-name"');
  expect(page).toContain(`name="id" value="${id}"`);
  expect(page).toContain('value="收文登记第123号"');
  expect(page).toContain('上半年新增贷款 3.2 亿元。');
  expect(page).toContain('formaction="/2018H1/shaxi/record#item-52-figure-3-name"');
  expect(await versionsOf('shaxi')).toHaveLength(0);
});

test('the page starts from the newest version, never from the unit’s draft', async () => {
  const liaison = await web.cookieOf(addressOf('guzhen', 'liaison'));
  const draft = { 'item-52-progress': '还没有想好', action: 'draft' };
  await sendAs(web, liaison, '/2018H1/guzhen/report', draft);
  expect(await readDraft(pool(), `${ROUND}/guzhen`)).not.toBeNull();
  const page = await web.html('/2018H1/guzhen/record');
  expect(page).not.toContain('还没有想好');
  expect(page).toContain('按季调度');
  // No version yet: the form starts empty.
  const blank = await web.html('/2018H1/banfu/record');
  expect(blank).toMatch(/id="preparedBy"[^>]*value=""/);
  expect(blank).not.toMatch(/<option value="[^"]+" selected/);
  expect(blank).toMatch(/id="declaration"(?![^>]*checked)/);
});

test('a version that came meanwhile is shown first; sent again, the report becomes another version', async () => {
  const page = await web.html('/2018H1/dongqu/record');
  const seenIn = (html: string) => /name="seen" value="(\d+)"/.exec(html)?.[1] ?? '-';
  await web.round.act('dongqu', at('2018-07-17 10:00'), {
    kind: 'submit',
    report: reportOfTown(),
  });
  const typed = { ...ARRIVED, ...FILLED, id: randomUUID() };
  const late = await send('dongqu', { ...typed, seen: seenIn(page) });
  expect(late.status).toBe(409);
  const answer = await late.text();
  expect(answer).toContain('在您打开页面之后，情况有变');
  expect(answer).toContain('已报送第1版材料');
  expect(answer).toContain('上半年新增贷款 3.2 亿元。');
  expect(await versionsOf('dongqu')).toHaveLength(1);
  // A refused form has been answered: the page that says so holds a new form with a new id.
  const id = /name="id" value="([^"]+)"/.exec(answer)?.[1] ?? '';
  const again = { ...typed, id, seen: seenIn(answer) };
  expect((await send('dongqu', again)).status).toBe(303);
  // Sent twice, it gets its first answer, although its own version is now the newest.
  expect((await send('dongqu', again)).status).toBe(303);
  expect(await versionsOf('dongqu')).toHaveLength(2);
});

test('only the bureau can record', async () => {
  const liaison = await web.cookieOf(addressOf('banfu', 'liaison'));
  const answer = await sendAs(web, liaison, '/2018H1/banfu/record', { ...ARRIVED, ...FILLED });
  expect([403, 404]).toContain(answer.status);
  expect(await versionsOf('banfu')).toHaveLength(0);
});
