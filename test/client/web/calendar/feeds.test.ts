import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '../../../../domain/time/time.ts';
import { reportOfTown, type Web, webOverRound } from '../../../support/pages/web-app.ts';
import { addressOf } from '../../../support/people/contacts.ts';
import { at } from '../../../support/time/dates.ts';

let web: Web;
let liaison: string;
beforeAll(async () => {
  web = await webOverRound();
  liaison = await web.cookieOf(addressOf('xiaolan', 'liaison'));
});
afterAll(() => web.round.database.drop());

async function makeFeed(unit: string, cookie?: string): Promise<string> {
  const page = await (await web.post('/feeds', { unit }, cookie)).text();
  return /http:\/\/127\.0\.0\.1:8080(\/feeds\/[\w-]{43}\.ics)/.exec(page)?.[1] ?? '';
}

/** As a calendar program asks: without a cookie. */
async function eventsAt(path: string) {
  const answer = await web.request(`http://127.0.0.1:8080${path}`);
  if (answer.status !== 200) return answer.status;
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
  return calendar.getAllSubcomponents('vevent').map((one) => {
    const event = new ICAL.Event(one);
    return [event.uid, event.sequence, event.startDate.toString(), event.summary];
  });
}

test('a unit sees its own dates, and an extension moves the same entry', async () => {
  const path = await makeFeed('xiaolan', liaison);
  const uid = 'zhongshan-2017-2020-2018H1-xiaolan@cuibao';
  expect(await eventsAt(path)).toEqual([
    [uid, 0, '2018-07-16', expect.stringContaining('报送截止（小榄镇）')],
  ]);
  const extend = { kind: 'extend', until: day('2018-07-25'), reason: '台风应急' } as const;
  await web.round.act('xiaolan', at('2018-07-16 10:00'), extend);
  expect(await eventsAt(path)).toEqual([[uid, 1, '2018-07-25', expect.any(String)]]);
  await web.round.act('xiaolan', at('2018-07-16 11:00'), {
    kind: 'submit',
    report: reportOfTown(),
  });
  expect(await eventsAt(path)).toEqual([[uid, 1, '2018-07-25', expect.stringMatching(/^✓ /)]]);
});

test('the bureau sees the dates of all rounds', async () => {
  const events = await eventsAt(await makeFeed(''));
  expect(events).toContainEqual([
    'zhongshan-2017-2020-2018H1-compile@cuibao',
    expect.any(Number),
    '2018-07-30',
    expect.stringContaining('汇总上报'),
  ]);
});

test('feeds of other units cannot be made or revoked', async () => {
  expect((await web.post('/feeds', { unit: 'guzhen' }, liaison)).status).toBe(404);
  expect((await web.post('/feeds', { unit: '' }, liaison)).status).toBe(404);
  await makeFeed('');
  const page = await web.html('/feeds');
  const revoke = /action="(\/feeds\/[^"]+\/revoke)"/.exec(page)?.[1] ?? '';
  expect((await web.post(revoke, {}, liaison)).status).toBe(404);
});

test('a revoked feed gets 404, and its secret is stored nowhere', async () => {
  const path = await makeFeed('xiaolan', liaison);
  const list = await (await web.get('/feeds', liaison)).text();
  expect(list).not.toContain(path.slice(7, 40));
  const { rows } = await web.round.database.pool.query(
    `select 1 from command where content::text like $1`,
    [`%${path.slice(7, 40)}%`],
  );
  expect(rows).toEqual([]);
  for (const [, revoke = ''] of list.matchAll(/action="(\/feeds\/[^"]+\/revoke)"/g)) {
    expect((await web.post(revoke, {}, liaison)).status).toBe(303);
  }
  expect(await eventsAt(path)).toBe(404);
});
