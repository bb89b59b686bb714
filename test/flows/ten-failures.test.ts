/**
 * More than ten ways in which a message does not get through, each over real sockets, and what an officer sees of it:
 * on the board, on the unit's page, among the failed deliveries and on the command line, with the cause and what
 * followed.
 */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyReceipts } from '../../activities/receipts/apply-receipts.ts';
import { failureInWords } from '../../client/failure-words.ts';
import { CHANNEL } from '../../domain/field-words.ts';
import type { Channel } from '../../domain/plan/policy.ts';
import { HOUR, MINUTE, plus } from '../../domain/time/time.ts';
import { readFailedDeliveries } from '../../store/read/deliveries.ts';
import { writeSettings } from '../../store/write/settings.ts';
import { cuibao } from '../support/command-line.ts';
import { addressOf, contactOf } from '../support/people/contacts.ts';
import { signIn } from '../support/people/signed-in.ts';
import { DUE_DAY, LAST_REMINDER } from '../support/time/moments-of-plan.ts';
import { eventually, letPass } from '../support/world/acts.ts';
import { createTroubledWorld, type TroubledWorld } from './troubled-world.ts';

const TRYING = '暂未发出，将重试';

/** At the last reminder, by mail and SMS; a failure is followed by the other of the two, the deputy or an officer. */
const ROWS = `
SMTP 550 to the recipient          | guzhen    | 邮件 | 未送达 | 邮件服务器拒收这个邮箱（550 5.1.1） | 后来已送达
554 after the data                 | xiaolan   | 邮件 | 未送达 | 邮件服务器拒收这封邮件（554 5.6.0） | 后来已送达
greylisted, again and again        | dongsheng | 邮件 | ${TRYING} | 邮件服务器暂时不收（451 4.7.1） | 后来已送达
cut off after the data             | nantou    | 邮件 | ${TRYING} | 邮件交出后没有答复，不知是否收下（ECONNECTION） | 后来已送达
taken, and bounced later           | shaxi     | 邮件 | 未送达 | 退信（5.1.1 550） | 后来已送达
SMS refused by a documented code   | sanxiang  | 短信 | 未送达 | 短信平台答复：InvalidMobile | 后来已送达
SMS handed over, no answer         | banfu     | 短信 | 不明 | 短信平台没有答复，不知是否已发出（ECONNRESET） | 已列为经办人员的待办
SMS taken, its receipt says no     | minzhong  | 短信 | 未送达 | 运营商回执：未送达（MK:0001） | 后来已送达
no mailbox                         | tanzhou   | 邮件 | 略过 | 没有可用的联系人邮箱 | 后来已送达
neither mail nor SMS               | gangkou   | 短信 | 未送达 | 短信平台答复：InvalidMobile | 改送：备用联络员 邮件 已发
nor the deputy by either           | henglan   | 短信 | 未送达 | 短信平台答复：InvalidMobile | 已列为经办人员的待办`
  .trim()
  .split('\n')
  .map((line) => {
    const [cause = '', unit = '', channel = '', state = '', why = '', followed = ''] = line
      .split('|')
      .map((cell) => cell.trim());
    return { cause, unit, channel, state, why, followed };
  });

let troubled: TroubledWorld;
beforeAll(async () => {
  troubled = await createTroubledWorld();
});
afterAll(() => troubled.close());

const nameOf = (unit: string) =>
  troubled.plan.units.find(({ code }) => code === unit)?.name ?? unit;

/** Its text without markup. */
async function page(path: string): Promise<string> {
  const { world, app } = troubled;
  const administrator = 'administrator@zhongshan.example';
  const who = path.startsWith('/admin') ? administrator : addressOf('jinrongju', 'officer');
  const cookie = await signIn(world.pool, who, await world.now());
  const answer = await app.request(`http://127.0.0.1:8080${path}`, { headers: { cookie } });
  expect(answer.status).toBe(200);
  return (await answer.text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

/** The rows of the list, after the receipts so far have been applied. */
async function listed(unit: string) {
  const { world, plan } = troubled;
  await applyReceipts({ ...world, demonstration: false });
  return (await readFailedDeliveries(world.pool, plan.id)).filter((one) => one.unit === unit);
}

test('the morning of the last reminder, on which everything goes wrong', {
  timeout: 240_000,
}, async () => {
  const { world } = troubled;
  await troubled.begin();
  await letPass(world, plus(LAST_REMINDER, MINUTE));
  expect((await troubled.pushReceipt()).status).toBe(200);
  for (const { unit } of ROWS) await eventually(() => listed(unit)).not.toEqual([]);
  await letPass(world, plus(LAST_REMINDER, 35 * MINUTE));
  const followed = async (unit: string) =>
    (await listed(unit)).map(({ followedBy: by }) => by && `${by.channel} ${by.state}`);
  const tried = async () => (await listed('henglan')).map(({ slot, state }) => `${slot} ${state}`);
  await eventually(() => followed('gangkou')).toContain('email sent');
  await eventually(tried).toContain('deputy rejected');
  await letPass(world, plus(LAST_REMINDER, 150 * MINUTE));
  await eventually(() => followed('henglan')).toContain('task sent');
});

let cli: { unit: string; channel: Channel; why: string }[] = [];

test('the command line lists them', async () => {
  await writeSettings(troubled.world.pool, {
    offsetMs: (await troubled.world.now()) - Date.now(),
    demonstration: false,
  });
  const ran = await cuibao(['failures', '--json'], { DATABASE_URL: troubled.world.database.url });
  expect(ran).toMatchObject({ code: 0 });
  cli = JSON.parse(ran.out);
});

describe.each(ROWS)('$cause: $unit', ({ unit, channel, state, why, followed }) => {
  test('stands among the failed deliveries, with its cause and what took its place', async () => {
    const rows = (await failures()).filter((row) => row.includes(` ${nameOf(unit)} `));
    const own = rows.find((row) => row.includes(`· ${channel} `) && row.includes(why));
    expect(own, rows.join('\n')).toContain(` ${state} `);
    expect(followed === '后来已送达' ? own : rows.join('\n')).toContain(followed);
  });

  test('stands on the unit’s page', async () => {
    expect(await page(`/2018H1/${unit}`)).toContain(why);
  });

  test('stands on the command line', async () => {
    const found = cli.filter((one) => one.unit === unit && CHANNEL[one.channel] === channel);
    expect(found.map((one) => one.why)).toContain(why);
  });
});

/** A row of the list begins with its time. */
const failures = async (): Promise<string[]> =>
  (await page('/admin/failures')).split(/(?=\d\d-\d\d \d\d:\d\d )/);

test('the board counts the units to which something did not get through, and names the one that nothing reaches', async () => {
  const failed = ROWS.filter(({ state }) => state !== TRYING).map(({ unit }) => unit);
  const shown = await page('/2018H1?show=undelivered');
  expect(
    ROWS.map(({ unit }) => unit).filter((unit) => shown.includes(` ${nameOf(unit)} `)),
  ).toEqual(failed);
  const board = await page('/2018H1');
  expect(/ 送达失败 (\d+) /.exec(board)?.[1]).toBe(`${failed.length}`);
  expect(/ 联系不上 (\d+) /.exec(board)?.[1]).toBe('1');
  expect(await page('/2018H1?show=unreachable')).toContain(` ${nameOf('henglan')} `);
});

test('the officer whose mail server is away is listed too, and that it is tried again', async () => {
  const rows = (await failures()).filter((row) =>
    row.includes(` ${troubled.plan.bureau.name} 2018H1 `),
  );
  expect(rows[0]).toMatch(/简报 · 邮件 .* 暂未发出，将重试 .* 连不上邮件服务器（\w+）/);
  // That another officer got the message does not count for this one.
  expect(rows[0]).toContain(' 还没有送达 ');
});

test('a day later: what was tried in vain is given up with its cause, what was healed has arrived', {
  timeout: 240_000,
}, async () => {
  const { world, plan, mailbox } = troubled;
  mailbox.heal();
  mailbox.fail({ match: 'liaison.dongsheng@', mode: 'greylist' });
  await letPass(world, plus(DUE_DAY, 200 * MINUTE));
  mailbox.heal();
  await world.passTo(plus(DUE_DAY, 330 * MINUTE));
  const [dongsheng] = (await listed('dongsheng')).filter(({ step }) => step === 'reminder-1');
  expect([dongsheng?.state, failureInWords(dongsheng?.reason ?? '')]).toEqual([
    'given up',
    '下一节点先到；邮件服务器暂时不收（451 4.7.1）',
  ]);
  expect(await page('/2018H1/dongsheng')).toContain(
    '下一节点先到；邮件服务器暂时不收（451 4.7.1）',
  );
  expect(await listed('nantou')).toEqual([]);
  expect(mailbox.to(contactOf(plan, 'nantou', 'liaison').email).length).toBeGreaterThan(1);
});

test('and nothing more is written to the mailbox that mail came back from', async () => {
  const due = (await listed('shaxi')).filter(({ step }) => step === 'due');
  expect(due).toMatchObject([
    { channel: 'email', attempts: 0, reason: expect.stringContaining('邮箱曾被退信（5.1.1 550') },
  ]);
});

test('what the robot and the officer were not told that day says why', {
  timeout: 120_000,
}, async () => {
  await troubled.world.passTo(plus(DUE_DAY, 9 * HOUR));
  const ofBureau = (await listed('')).map(({ channel, state, reason }) => [
    channel,
    state,
    failureInWords(reason ?? ''),
  ]);
  expect(ofBureau).toContainEqual([
    'robot',
    'given up',
    '只对当日有效，当日未能发出，不再发；群机器人答复：errcode 93000',
  ]);
  expect(ofBureau).toContainEqual([
    'email',
    'given up',
    expect.stringMatching(/^只对当日有效，当日未能发出，不再发；连不上邮件服务器（\w+）$/),
  ]);
});
