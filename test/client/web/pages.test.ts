import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../../client/web/app.ts';
import { compile } from '../../../domain/compilation/compilation.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';
import { writeSettings } from '../../../store/write/settings.ts';
import { MARKUP, MOBILE, NOW, type Web, webOverRound } from '../../support/pages/web-app.ts';
import { compiledRound } from '../../support/reports/compiled-round.ts';
import { shanghai } from '../../support/time/dates.ts';

let web: Web;
let messagePath: string;
beforeAll(async () => {
  web = await webOverRound();
  const messages = await web.html('/2018H1/messages');
  messagePath = messages.match(/\/messages\/[0-9a-f]{64}/)?.[0] ?? '';
});
afterAll(() => web.round.database.drop());

test('no page has inline scripts, foreign addresses or full mobile numbers', async () => {
  for (const path of pages()) {
    const response = await web.get(path);
    expect([path, response.status]).toEqual([path, 200]);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const text = await response.text();
    expect(text).toMatch(/^<!DOCTYPE html><html lang="zh-CN">/);
    expect(text).not.toMatch(
      /<script(?! type="module" src="\/script\/main.js" nonce=)|style="|onclick/,
    );
    expect(text.match(/(?:src|href)="(?!\/|#|http:\/\/127\.0\.0\.1:8025)[^"]*"/g)).toBeNull();
    expect(text).not.toContain(MOBILE);
  }
});

test('what people wrote is escaped', async () => {
  const page = await web.html('/2018H1/guzhen');
  expect(page).not.toContain(MARKUP);
  expect(page.match(/&lt;script&gt;alert\(&quot;1&quot;\)&lt;\/script&gt;/g)?.length).toBe(2);
});

test('a message shows its text and the masked number, and links to the sandbox', async () => {
  const page = await web.html(messagePath);
  expect(page).toContain('【中山市金融局】请报送');
  expect(page).toContain(`${MOBILE.slice(0, 3)}****${MOBILE.slice(-4)}`);
  expect(page).toContain(`http://127.0.0.1:8025/?to=${MOBILE.slice(-4)}`);
});

test('a compilation downloads as Word and JSON under its Chinese name', async () => {
  const word = await web.get('/2018H1/compilations/1.docx');
  expect(word.headers.get('content-disposition')).toBe(
    `attachment; filename="report-2018-1.docx"; filename*=UTF-8''${encodeURIComponent('2018年上半年汇总报告第1版.docx')}`,
  );
  expect(await word.text()).toBe('PK-document');
  const data = await web.get('/2018H1/compilations/1.json');
  expect(await data.json()).toEqual(JSON.parse(JSON.stringify(compile(compiledRound, shanghai))));
});

test('the calendar marks holidays and make-up days and lists the dates of the rounds', async () => {
  const page = await web.html('/calendar/2018');
  expect(page).toMatch(/class="day make-up[^"]*" title="[^"]*">11<small>班/);
  expect(page).toMatch(/class="day holiday[^"]*" title="春节[^"]*">15<small>休/);
  expect(page).toMatch(/07-15 周日 <\/span>\s*<a href="\/2018H1">2018H1<\/a> 报送截止/);
});

test('English stays on from page to page', async () => {
  const page = await web.html('/2018H1?lang=en');
  expect(page).toContain('<html lang="en">');
  expect(page).toContain('href="/2018H1/guzhen?lang=en"');
  expect(page).toContain('To do today');
});

test.each([
  '/2019H1',
  '/2018H1/nobody',
  '/2018H1/compilations/9',
  '/2018H1/compilations/9.docx',
  '/calendar/1999',
  `/messages/${'0'.repeat(64)}`,
  '/nothing',
])('%s gets 404 with a way out', async (path) => {
  const response = await web.get(path);
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('<a href="/">回到首页</a>');
});

test('only a demonstration has the banner', async () => {
  expect(await web.html('/')).not.toContain('演示，不会发出任何真实消息');
  await writeSettings(web.round.database.pool, { offsetMs: -86_400_000, demonstration: true });
  const page = await web.html('/');
  expect(page).toContain('演示，不会发出任何真实消息');
  expect(page).toContain('方案时间与本机时钟之差 −1 天');
});

test('requests with another host name are refused', async () => {
  const response = await web.request('http://evil.example:8080/2018H1');
  expect(response.status).toBe(421);
});

test('without a database the pages say so', async () => {
  const unreachable = {
    query: () => Promise.reject(Object.assign(new Error('x'), { code: 'ECONNREFUSED' })),
  };
  const down = createApp({
    pool: unreachable as never,
    plan: shippedPlan.id,
    now: async () => NOW,
    sendCode: async () => {},
  });
  expect((await down.request('http://127.0.0.1/health')).status).toBe(503);
  const page = await down.request('http://127.0.0.1/', { headers: { cookie: 'cuibao=x' } });
  expect(page.status).toBe(503);
  expect(await page.text()).toContain('数据库连接不上');
});

const pages = () => [
  '/',
  '/2018H1',
  '/2018H1/guzhen',
  '/2018H1/xiaolan',
  '/2018H1/messages',
  '/2018H1/compilations/1',
  '/2017H2/compilations',
  '/calendar/2018',
  messagePath,
];
