/** One report edited by two people at once, and text taken over from the last period. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createOpenRound } from '../../../../activities/round/open-round.ts';
import { toHost } from '../../../../domain/time/plan-time.ts';
import { shippedPlan } from '../../../../rehearsal/shipped-plan.ts';
import { readSubmissions } from '../../../../store/read/submissions.ts';
import { readDraft } from '../../../../store/visit/drafts.ts';
import { applyCommand } from '../../../../store/write/commands.ts';
import { FILLED, revOf, send } from '../../../support/pages/liaison-at-form.ts';
import { reportOfTown, type Web, webOverRound } from '../../../support/pages/web-app.ts';
import { ROUND } from '../../../support/people/cast.ts';
import { addressOf } from '../../../support/people/contacts.ts';
import { at } from '../../../support/time/dates.ts';

let web: Web;
beforeAll(async () => {
  web = await webOverRound();
  await handInBefore('nantou');
});
afterAll(() => web.round.database.drop());
const pool = () => web.round.database.pool;
const cookieOf = (unit: string, role: 'liaison' | 'deputy' = 'liaison') =>
  web.cookieOf(addressOf(unit, role));
const formOf = async (unit: string, cookie: string) => {
  const page = await (await web.get(`/2018H1/${unit}/report`, cookie)).text();
  return { page, hidden: hiddenIn(page) };
};
const hiddenIn = (page: string) => {
  const of = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
  return { id: of('id'), rev: of('rev'), seen: of('seen') };
};

test('handing in does not discard what a colleague has saved meanwhile', async () => {
  const path = '/2018H1/guzhen/report';
  const liaison = await cookieOf('guzhen');
  const { hidden } = await formOf('guzhen', liaison);
  const deputy = await cookieOf('guzhen', 'deputy');
  await send(web, deputy, path, { remark: '副手写的', action: 'draft', rev: hidden.rev });
  const first = await send(web, liaison, path, { ...FILLED, ...hidden, action: 'submit' });
  expect(first.status).toBe(409);
  const page = await first.text();
  expect(page).toContain(`${nameOf('guzhen', 'deputy')}在`);
  expect(page).toContain('上半年新增贷款 3.2 亿元。');
  expect((await readDraft(pool(), `${ROUND}/guzhen`))?.content).toMatchObject({
    remark: '副手写的',
  });
  const again = { ...FILLED, ...hiddenIn(page), action: 'submit' };
  expect((await send(web, liaison, path, again)).headers.get('location')).toBe(
    '/2018H1/guzhen/receipts/2',
  );
});

test('a form opened before a colleague handed in makes no second version without asking', async () => {
  const path = '/2018H1/shaxi/report';
  const cookie = await cookieOf('shaxi');
  const [mine, theirs] = [await formOf('shaxi', cookie), await formOf('shaxi', cookie)];
  const handIn = (hidden: object) =>
    send(web, cookie, path, { ...FILLED, ...hidden, action: 'submit' });
  expect((await handIn(theirs.hidden)).status).toBe(303);
  const late = await handIn(mine.hidden);
  expect(late.status).toBe(409);
  const page = await late.text();
  expect(page).toContain('这份草稿在别处已经报送');
  expect(page).toContain('再点“报送”即作为新的一版');
  expect(await readSubmissions(pool(), `${ROUND}/shaxi`)).toHaveLength(1);
  // The first form again gets its first answer; the form on the answer page may go on.
  expect((await handIn(theirs.hidden)).headers.get('location')).toBe('/2018H1/shaxi/receipts/1');
  expect((await handIn(hiddenIn(page))).headers.get('location')).toBe('/2018H1/shaxi/receipts/2');
});

test('the form starts from the last period’s text, marked, and one button restores it', async () => {
  const path = '/2018H1/nantou/report';
  const cookie = await cookieOf('nantou');
  const { page } = await formOf('nantou', cookie);
  expect(page).toContain('已带入上一期的内容');
  expect(page.match(/沿用上期，请核对/g)).toHaveLength(2);
  const changed = { 'item-53-status': '滞后', 'item-53-progress': '本期新写的', rev: '0' };
  await send(web, cookie, path, { ...changed, action: 'draft' });
  const between = (await formOf('nantou', cookie)).page;
  expect(between).not.toMatch(/第53项[\s\S]*沿用上期，请核对/);
  expect(between).toContain('value="same-53"');
  const rev = await revOf(web, 'nantou');
  const same = { ...changed, rev, remark: '别的不动', action: 'same-53' };
  const answer = await send(web, cookie, path, same);
  expect(answer.headers.get('location')).toBe(`${path}#item-53-status`);
  expect((await readDraft(pool(), `${ROUND}/nantou`))?.content).toMatchObject({
    'item-53-status': '按序时推进',
    'item-53-progress': '第53项',
    remark: '别的不动',
  });
});

test('a report that the record refuses stays on the page, with the reason', async () => {
  const path = '/2018H1/henglan/report';
  const cookie = await cookieOf('henglan');
  await send(web, cookie, path, { ...FILLED, action: 'submit' });
  await applyCommand(pool(), {
    id: 'accept henglan',
    actor: { kind: 'bureau', name: '经办人员' },
    receivedAt: at('2018-06-25 09:00'),
    obligation: `${ROUND}/henglan`,
    act: { kind: 'accept', version: 1 },
  });
  const refused = await send(web, cookie, path, { ...FILLED, action: 'submit' });
  expect(refused.status).toBe(409);
  const page = await refused.text();
  expect(page).toMatch(/没有受理：[^<]*审核通过/);
  expect(page).toContain('上半年新增贷款 3.2 亿元。');
});

test('saving the same text twice is no conflict', async () => {
  const cookie = await cookieOf('banfu');
  const first = await saveDraft(cookie, 'banfu', { remark: '同样的话' });
  expect(await first.json()).toEqual({ rev: 1 });
  const second = await saveDraft(cookie, 'banfu', { remark: '同样的话' });
  expect([second.status, await second.json()]).toEqual([200, { rev: 1 }]);
  expect((await saveDraft(cookie, 'banfu', { remark: '别的话' })).status).toBe(409);
});

test('characters that Postgres cannot store are dropped', async () => {
  const cookie = await cookieOf('minzhong');
  const saved = await saveDraft(cookie, 'minzhong', { remark: 'a\0b\ud800c' });
  expect(saved.status).toBe(200);
  expect((await readDraft(pool(), `${ROUND}/minzhong`))?.content).toMatchObject({ remark: 'abc' });
});

test('a report sent after the sign-in has expired comes back to be sent again', async () => {
  const answer = await send(web, 'cuibao=none', '/2018H1/shaxi/report', {
    ...FILLED,
    file: new File(['%PDF-1.7'], '台账.pdf'),
    'item-52-progress': '第一行\n第二行',
    action: 'submit',
  });
  expect(answer.status).toBe(401);
  const page = await answer.text();
  expect(page).toMatch(/action="\/2018H1\/shaxi\/report".*第一行\r?\n第二行/s);
  expect(page).toContain('name="action" value="submit"');
  expect(page).not.toContain('台账.pdf');
});

/** As the script saves, before any draft exists. */
const saveDraft = async (cookie: string, unit: string, values: object) =>
  web.request(`http://127.0.0.1:8080/2018H1/${unit}/report/draft`, {
    method: 'PUT',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ rev: 0, values }),
  });

const nameOf = (unit: string, role: string) =>
  shippedPlan.contacts.find((c) => c.unit === unit && c.role === role)?.name ?? '-';

/** In the round before, late: that round is still open. */
async function handInBefore(unit: string): Promise<void> {
  const round = `${shippedPlan.id}/2017H2`;
  const asOf = toHost(at('2018-06-22 09:00'), 0);
  await createOpenRound({ pool: pool(), offset: 0 }).openRound({ round, asOf });
  const outcome = await applyCommand(pool(), {
    id: 'before',
    actor: { kind: 'unit', name: '联络员' },
    receivedAt: at('2018-06-23 09:00'),
    obligation: `${round}/${unit}`,
    act: { kind: 'submit', report: reportOfTown() },
  });
  if (!outcome.ok) throw new Error(outcome.message);
}
