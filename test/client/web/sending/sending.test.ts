import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRound } from '../../../../store/read/rounds.ts';
import { type Web, webOverRound } from '../../../support/pages/web-app.ts';
import { ROUND } from '../../../support/people/cast.ts';

let web: Web;
beforeAll(async () => {
  web = await webOverRound();
});
afterAll(() => web.round.database.drop());

const idIn = (page: string) => /name="id" value="([^"]+)"/.exec(page)?.[1] ?? '';
const round = () => readRound(web.round.database.pool, ROUND);

test('halting without a reason is refused beside the field', async () => {
  const page = await web.html('/sending');
  expect(page).toContain('正常发送');
  const answer = await web.post('/sending/pause', { id: idIn(page), reason: ' ' });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain('停止全部发送须写明原因');
  expect((await round()).planPaused).toBe(false);
});

test('halting sent twice happens once and shows on the board; then sending resumes', async () => {
  const id = idIn(await web.html('/sending'));
  for (const _ of ['once', 'by a double click']) {
    const answer = await web.post('/sending/pause', { id, reason: '文字<有误>' });
    expect(answer.status).toBe(303);
  }
  expect((await round()).planPaused).toBe(true);
  const halted = await web.html('/sending');
  expect(halted).toContain('文字&lt;有误&gt;');
  expect(await web.html('/2018H1')).toContain('已暂停发送');
  const resumed = await web.post('/sending/resume', { id: idIn(halted) });
  expect(await (await web.get(resumed.headers.get('location') ?? '')).text()).toContain(
    '已恢复全部发送',
  );
  expect((await round()).planPaused).toBe(false);
});
