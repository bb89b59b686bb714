/**
 * A whole round by the commands of its three kinds of people, with real mail over SMTP: the unit hands in the very form
 * that came with its notice.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import mammoth from 'mammoth';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Instant } from '../../domain/time/time.ts';
import { createMailGateway } from '../../gateways/mail/send.ts';
import { smallPlan } from '../../rehearsal/shipped-plan.ts';
import { findUnaccounted } from '../../store/read/unaccounted.ts';
import { writeSettings } from '../../store/write/settings.ts';
import { cuibao } from '../support/command-line.ts';
import { contactOf } from '../support/people/contacts.ts';
import { createMailbox } from '../support/servers/mailbox.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { at } from '../support/time/dates.ts';
import { CHASE, DAY_BEFORE, NOTICE, PRESS } from '../support/time/moments-of-plan.ts';
import { createTestWorld, type TestWorld } from '../support/world/world.ts';

const plan = smallPlan('xiaolan', 'nongyeju', 'guzhen');
const mailbox = createMailbox();
let world: TestWorld;
let close: () => Promise<void>;

beforeAll(async () => {
  const sender = { name: plan.bureau.name, address: 'bureau@zhongshan.example' };
  const mail = createMailGateway({ url: await mailbox.start() }, sender);
  close = () => mail.close();
  const bundle = inject('workflowBundle');
  world = await createTestWorld({ plan, start: DAY_BEFORE, bundle, through: () => ({ mail }) });
});
afterAll(async () => {
  await world.close();
  await close();
  await mailbox.close();
});

const mailsTo = (unit: string, role: 'liaison' | 'officer' | 'leader' = 'liaison') =>
  mailbox.to(contactOf(plan, unit, role).email);

/** Runs the command at the world's present, then everything that follows from it. */
async function run(...args: string[]) {
  const offsetMs = (await world.now()) - Date.now();
  await writeSettings(world.pool, { offsetMs, demonstration: false });
  const ran = await cuibao(args, { DATABASE_URL: world.database.url });
  await world.settle();
  return ran;
}

const done = async (...args: string[]) => {
  const ran = await run(...args);
  expect(ran, ran.err).toMatchObject({ code: 0 });
  return ran.out;
};

/** The form from the newest mail that brought one, saved where the unit keeps its files. */
function formOf(unit: string): string {
  const file = path.join(temporaryFolder(), `${unit}.xlsx`);
  const found = mailsTo(unit)
    .flatMap(({ attachments }) => attachments)
    .find(({ filename }) => filename?.endsWith('.xlsx'));
  if (!found) throw new Error(`no form has come to ${unit}`);
  writeFileSync(file, found.content);
  return file;
}

const passTo = (when: Instant) => world.passTo(when);

test('the administrator starts the year, and the notice brings each unit its form', async () => {
  expect(await done('year', 'start', '2018', '--yes')).toContain('2018年度已启动');
  expect(await run('year', 'start', '2018', '--yes')).toMatchObject({ code: 1 });
  await passTo(NOTICE);
  expect(mailsTo('xiaolan').map(({ subject }) => subject)).toEqual([
    expect.stringContaining('请报送2018年上半年'),
  ]);
});

test('a unit confirms, hands in the form that came by mail, and has its receipt by mail', async () => {
  await passTo(at('2018-07-02 10:00'));
  await done('confirm', '2018H1', '小榄镇');
  expect(await done('submit', '2018H1', '小榄镇', formOf('xiaolan'))).toContain('2018H1-xiaolan-1');
  expect(mailsTo('xiaolan').at(-1)?.text).toContain('2018H1-xiaolan-1');
});

test('the form of another unit is refused, and nothing changes', async () => {
  const wrong = await run('submit', '2018H1', '古镇镇', formOf('xiaolan'));
  expect(wrong.code).toBe(1);
  expect(wrong.err).toContain('小榄镇');
  const board = JSON.parse(await done('board', '2018H1', '--json'));
  expect(board.counts).toMatchObject({ owed: 3, reported: 1, missing: 2 });
});

test('an officer enters what came by document exchange before the deadline: it is on time', async () => {
  await passTo(CHASE);
  const entered = ['--way', 'oa', '--received-at', '2018-07-16 17:10', '--evidence', '收文登记'];
  await done('record', '2018H1', '农业局', formOf('nongyeju'), ...entered);
  const board = JSON.parse(await done('board', '2018H1', '--json'));
  const entry = board.obligations.find(({ unit }: { unit: string }) => unit === 'nongyeju');
  expect(entry).toMatchObject({ state: 'submitted', late: false });
  expect(entry.firstReceivedAt).toBe('2018-07-16T17:10:00+08:00');
});

test('the letter to the leader is held until somebody lets it go', async () => {
  await passTo(PRESS);
  expect(mailsTo('guzhen', 'leader')).toEqual([]);
  const tasks = JSON.parse(await done('tasks', '2018H1', '--json'));
  const letter = tasks.find(({ kind }: { kind: string }) => kind === 'release');
  await done('release', letter.delivery);
  expect(mailsTo('guzhen', 'leader').map(({ subject }) => subject)).toEqual([
    expect.stringContaining('的函'),
  ]);
});

test('the last report brings the bureau the compiled one; signed off, the round is over', async () => {
  await passTo(at('2018-07-19 15:00'));
  expect(await done('submit', '2018H1', '古镇', formOf('guzhen'))).toContain('迟报');
  const mail = mailsTo(plan.bureau.unit, 'officer').at(-1);
  const document = mail?.attachments.find(({ filename }) => filename?.endsWith('.docx'));
  const { value } = await mammoth.extractRawText({ buffer: document?.content ?? Buffer.alloc(0) });
  for (const unit of ['小榄镇', '市农业局', '古镇镇']) expect(value).toContain(unit);
  expect(await run('sign-off', '2018H1', '--version', '7')).toMatchObject({ code: 1 });
  expect(await done('sign-off', '2018H1', '--version', '1')).toContain('已上报');
  expect(await run('withdraw', '2018H1', '古镇', '--reason', '再改')).toMatchObject({ code: 1 });
  expect(await findUnaccounted(world.pool, await world.now())).toEqual([]);
});
