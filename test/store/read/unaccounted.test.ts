/** The auditor finds what is neither sent nor accounted for, and only that. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findUnaccounted } from '../../../store/read/unaccounted.ts';
import { ROUND } from '../../support/people/cast.ts';
import { type OpenRound, openInJuly } from '../../support/record/opened-round.ts';
import { nilReport } from '../../support/reports/reports.ts';
import { at } from '../../support/time/dates.ts';

const ID = `${ROUND}/guzhen`;
let round: OpenRound;

beforeAll(async () => {
  round = await openInJuly();
  await round.database.pool.query(`delete from step`);
  await round.database.pool.query(`delete from obligation where id <> $1`, [ID]);
});
afterAll(() => round.database.drop());

beforeEach(async () => {
  await run(`delete from delivery`);
  await run(`delete from message`);
  await run(`delete from step`);
  await run(`update round set phase = 'open', paused = false where id = $1`, [ROUND]);
});

const run = (sql: string, values: unknown[] = []) => round.database.pool.query(sql, values);
const found = (when: string, commitMs = 0) =>
  findUnaccounted(round.database.pool, at(when), { commitMs });

/** Performs the notice with its two deliveries; the rest of the ladder is planned. */
async function noticeSent(): Promise<void> {
  await round.look('guzhen', at('2018-06-22 09:00'));
  await run(`update step set state = 'performed' where key = 'notice'`);
  for (const slot of ['liaison', 'deputy'])
    await deliver('notice', slot, '2018-06-22 09:00', 'sent');
}

async function deliver(kind: string, slot: string, when: string, state: string): Promise<string> {
  const key = `${ID}#1#${kind}#${slot}#email`;
  await run(
    `insert into message (key, reference, channel, kind, at, person, address, owner, attempt, state, claimed_at)
     values ($1, $1, 'email', $2, $3, 'x', 'x@zhongshan.example', $1, 'a', 'sent', $3)`,
    [key, kind, new Date(at(when))],
  );
  await run(
    `insert into delivery (key, round, obligation, cycle, step, kind, slot, channel, state, at, not_after, message)
     values ($1, $2, $3, 1, $4, $4, $5, 'email', $6, $7, $8, $1)`,
    [key, ROUND, ID, kind, slot, state, new Date(at(when)), new Date(at('2018-06-22 12:00'))],
  );
  return key;
}

test('all is in order while every step whose window has closed is settled', async () => {
  await noticeSent();
  expect(await found('2018-07-06 12:00')).toEqual([]);
});

test('a step still planned after its window is named, unless the round is paused or over', async () => {
  await noticeSent();
  const late = '2018-07-06 12:01';
  expect(await found(late)).toEqual([expect.stringContaining(`${ID} 节点 reminder-5`)]);
  await run(`update round set paused = true where id = $1`, [ROUND]);
  expect(await found(late)).toEqual([]);
  await run(`update round set paused = false, phase = 'signed-off' where id = $1`, [ROUND]);
  expect(await found(late)).toEqual([]);
});

test('an open obligation that nobody ever planned is named', async () => {
  expect(await found('2018-06-22 09:30')).toEqual([expect.stringContaining('没有任何节点')]);
});

test('a performed step that lacks one of its deliveries is named', async () => {
  await noticeSent();
  await run(`delete from delivery where slot = 'deputy'`);
  expect(await found('2018-06-23 09:00')).toEqual([
    expect.stringContaining('应有2条投递，只有1条'),
  ]);
});

test.each(['planned', 'sending'])('a delivery left %s after its window is named', async (state) => {
  await noticeSent();
  await run(`update delivery set state = $1 where slot = 'liaison'`, [state]);
  expect(await found('2018-06-22 12:00')).toEqual([]);
  expect(await found('2018-06-22 12:01')).toEqual([
    expect.stringContaining('notice#liaison#email'),
  ]);
});

test('a message claimed after the report had come is named, with the time a commit may take', async () => {
  await noticeSent();
  await round.act('guzhen', at('2018-07-05 10:00'), { kind: 'submit', report: nilReport });
  await run(`delete from step where kind = 'receipt'`);
  const key = await deliver('reminder', 'liaison', '2018-07-06 09:00', 'sent');
  const named = [expect.stringContaining(`投递 ${key}：单位报送之后仍被领取发送`)];
  const claimedAt = (when: string) =>
    run(`update message set claimed_at = $2 where key = $1`, [key, new Date(at(when))]);
  expect(await found('2018-07-06 09:30')).toEqual(named);
  await claimedAt('2018-07-05 10:01');
  expect(await found('2018-07-06 09:30')).toEqual(named);
  expect(await found('2018-07-06 09:30', 120_000)).toEqual([]);
  await claimedAt('2018-07-05 10:00');
  expect(await found('2018-07-06 09:30')).toEqual([]);
});

test('after a withdrawal the unit may be reminded again', async () => {
  await noticeSent();
  await round.act('guzhen', at('2018-07-05 11:00'), { kind: 'withdraw', reason: '' });
  await deliver('reminder', 'liaison', '2018-07-06 09:00', 'sent');
  expect(await found('2018-07-06 09:30')).toEqual([]);
});
