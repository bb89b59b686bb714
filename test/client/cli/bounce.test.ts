/** cuibao bounce: a bounce from a file. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shippedCalendar } from '../../../gateways/calendar/holidays.ts';
import { bounceAddress } from '../../../gateways/mail/bounce-address.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';
import { readBounced } from '../../../store/read/contacts.ts';
import { importPlan } from '../../../store/write/import-plan.ts';
import { bounceRecord } from '../../../store/write/receipts.ts';
import { cuibao } from '../../support/command-line.ts';
import { addressOf } from '../../support/people/contacts.ts';
import { createDatabase, type TestDatabase } from '../../support/record/database.ts';
import { bounced, sentMail } from '../../support/record/messages.ts';
import { deliveryReport } from '../../support/servers/bounced-mail.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { at } from '../../support/time/dates.ts';

const mailbox = { address: 'bounce@finance.example.org', secret: 'a secret of some length' };
const ADDRESS = 'liaison@guzhen.example.org';
let database: TestDatabase;
let key: string;
beforeAll(async () => {
  database = await createDatabase();
  key = await sentMail(database.pool, ADDRESS, at('2018-07-12 09:00'));
});
afterAll(() => database.drop());

/** The file as a mail fetcher writes it, with the envelope in headers. */
function run(
  head: readonly string[],
  body = deliveryReport({}),
  more: Record<string, string> = {},
) {
  const file = path.join(temporaryFolder(), 'bounce.eml');
  writeFileSync(file, Buffer.concat([Buffer.from([...head, ''].join('\r\n')), body]));
  return cuibao(['bounce', file], {
    DATABASE_URL: database.url,
    BOUNCE_ADDRESS: mailbox.address,
    BOUNCE_SECRET: mailbox.secret,
    ...more,
  });
}
const marks = async () => [...(await readBounced(database.pool)).keys()];

test('without our signature in its own headers a bounce is refused', async () => {
  const forged = bounceAddress(key, { ...mailbox, secret: 'a guess of some length' });
  const quoting = deliveryReport({ recipient: bounceAddress(key, mailbox) });
  expect(await run([`Delivered-To: ${forged}`], quoting)).toMatchObject({
    code: 1,
    err: expect.stringContaining('没有本系统签名的退信地址'),
  });
  expect(await marks()).toEqual([]);
});

test('with our signature the message’s address is marked, once', async () => {
  const head = ['Return-Path: <>', `X-Original-To: ${bounceAddress(key, mailbox).toUpperCase()}`];
  expect(await run(head)).toMatchObject({ code: 0, out: expect.stringContaining('已标记为退信') });
  expect(await run(head)).toMatchObject({ code: 0 });
  expect(await marks()).toEqual([ADDRESS]);
});

test('a person’s mail to that address is not a bounce', async () => {
  const head = [`Return-Path: <${ADDRESS}>`, `Delivered-To: ${bounceAddress(key, mailbox)}`];
  const ran = await run(head, Buffer.from('Subject: 收到\r\n\r\n好的\r\n'));
  expect(ran).toMatchObject({ code: 0, out: expect.stringContaining('这不是退信') });
});

test('the list of contacts shows the mark until it is cleared', async () => {
  const pool = database.pool;
  await importPlan(pool, shippedPlan, shippedCalendar(), at('2018-07-12 09:00'));
  const address = addressOf('guzhen', 'liaison');
  const sent = await sentMail(pool, address, at('2018-07-12 09:00'));
  const now = async () => at('2018-07-12 10:00');
  await bounceRecord(pool, now).take(bounced(sent), 'undelivered');
  const contact = (...args: string[]) =>
    cuibao(['contact', ...args], { DATABASE_URL: database.url });
  expect((await contact('list', '古镇镇')).out).toMatch(/退信[\s\S]*联络员[\s\S]*邮箱无效/);
  expect((await contact('clear-bounce', address)).out).toContain(`已清除${address}的退信标记`);
  expect(JSON.parse((await contact('list', '古镇镇', '--json')).out)).toContainEqual(
    expect.objectContaining({ email: address, bounced: null }),
  );
});

test('a missing file and missing settings are named', async () => {
  const env = { DATABASE_URL: database.url };
  expect(await cuibao(['bounce', '/nowhere.eml'], env)).toMatchObject({
    code: 1,
    err: expect.stringContaining('读不了文件“/nowhere.eml”'),
  });
  expect(await run([], deliveryReport({}), { BOUNCE_SECRET: '' })).toMatchObject({
    code: 1,
    err: expect.stringContaining('BOUNCE_ADDRESS、BOUNCE_SECRET'),
  });
});
