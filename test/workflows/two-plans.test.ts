/** One person answers in two plans of one bureau: one message for each channel, kind and instant, about both. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Plan } from '../../domain/plan/plan.ts';
import { MINUTE, plus, SECOND } from '../../domain/time/time.ts';
import { shippedCalendar } from '../../gateways/calendar/holidays.ts';
import { GatewayError } from '../../gateways/gateway.ts';
import { smallPlan } from '../../rehearsal/shipped-plan.ts';
import { findUnaccounted } from '../../store/read/unaccounted.ts';
import { applyCommand } from '../../store/write/commands.ts';
import { importPlan } from '../../store/write/import-plan.ts';
import { administrator } from '../support/people/cast.ts';
import { contactOf } from '../support/people/contacts.ts';
import {
  CHASE,
  DAY_BEFORE,
  DUE_DAY,
  LAST_REMINDER,
  NOTICE,
  REMINDER,
} from '../support/time/moments-of-plan.ts';
import { actOnRound, startYear, submit } from '../support/world/acts.ts';
import { createTestWorld, type TestWorld } from '../support/world/world.ts';

const plan = smallPlan('guzhen', 'xiaolan', 'minzhong');
/** Of the same bureau, with the same texts and people. */
const farming: Plan = {
  ...smallPlan('guzhen', 'xiaolan'),
  id: 'farming-2018',
  title: '中山市支持农业小微企业方案',
  subject: '支农支小工作',
  basis: '第8项',
  online: 'http://10.0.0.2/',
};
/** The successor plan: its work items have the same names; its other telephone number makes its SMS differ. */
const successor: Plan = {
  ...smallPlan('minzhong'),
  id: 'next-2018',
  title: '中山市推进普惠金融发展实施方案/二期',
  bureau: { ...plan.bureau, phone: '0760-00000002' },
};
const MAILBOX = contactOf(plan, 'guzhen', 'liaison').email.toLowerCase();
const MOBILE = contactOf(plan, 'guzhen', 'liaison').mobile ?? '';
let world: TestWorld;

beforeAll(async () => {
  world = await createTestWorld({ plan, start: DAY_BEFORE, bundle: inject('workflowBundle') });
  for (const other of [farming, successor]) {
    await importPlan(world.pool, other, shippedCalendar(), DAY_BEFORE);
    const outcome = await applyCommand(world.pool, {
      id: randomUUID(),
      actor: administrator,
      receivedAt: DAY_BEFORE,
      year: `${other.id}/2018`,
      act: { kind: 'start-year', withUnreachable: true },
    });
    expect(outcome).toMatchObject({ ok: true });
  }
  await startYear(world);
  await world.passTo(NOTICE);
});
afterAll(() => world.close());

const SEEN = new Map<string, number>();

/** Mails to that address since the last call. */
function newMails(to = MAILBOX) {
  const all = world.outside.mailsTo(to);
  const fresh = all.slice(SEEN.get(to) ?? 0);
  SEEN.set(to, all.length);
  return fresh;
}

const textsTo = (mobile: string) =>
  world.outside.texts.filter(({ to }) => to === mobile).map(({ text }) => text);

/** `sent farming-2018 zhongshan-…`: for each message, the plans whose deliveries it carries. */
async function carried(kind: string, channel: string, address: string): Promise<string[]> {
  const { rows } = await world.pool.query<{ line: string }>(
    `select m.state || ' ' || string_agg(split_part(d.obligation, '/', 1), ' ' order by d.obligation) as line
       from message m join delivery d on d.message = m.key
      where m.kind = $1 and m.channel = $2 and m.address = $3 group by m.key order by line`,
    [kind, channel, address],
  );
  return rows.map(({ line }) => line);
}

test('the notice is one mail: what each plan has to say in its own name, with both forms and both dates', async () => {
  const [mail, ...others] = newMails();
  expect(others).toEqual([]);
  expect(mail?.subject).toBe(
    '请报送2018年上半年支农支小工作落实情况（7月15日前）；请报送2018年上半年普惠金融工作落实情况（7月15日前）',
  );
  const [above, first, second, ...more] = mail?.text.split(/\n─+\n/) ?? [];
  expect(more).toEqual([]);
  expect(above?.trim()).toBe(
    '本邮件涉及2项工作：支农支小工作、普惠金融工作。分别说明如下，请逐项办理。',
  );
  expect(first).toMatch(/《中山市支持农业小微企业方案》第8项[\s\S]*http:\/\/10\.0\.0\.2\//);
  expect(second).toMatch(/《中山市推进普惠金融发展实施方案（2017-2020年）》第53项/);
  expect(second).not.toContain('http');
  expect(mail?.attachments.map(({ filename }) => filename)).toEqual([
    '2018年上半年支农支小工作报送表（古镇镇）.docx',
    '2018年上半年支农支小工作报送表（古镇镇）.xlsx',
    '2018年上半年普惠金融工作报送表（古镇镇）.docx',
    '2018年上半年普惠金融工作报送表（古镇镇）.xlsx',
    'deadline-2.ics',
  ]);
  expect(mail?.calendar?.content).toContain('支农支小工作');
  expect(mail?.attachments.at(-1)?.content.toString()).toContain('普惠金融工作');
  expect(mail?.threads).toEqual([
    'farming-2018/2018H1/guzhen',
    'zhongshan-2017-2020/2018H1/guzhen',
  ]);
  expect(await carried('notice', 'email', MAILBOX)).toEqual([
    'sent farming-2018 zhongshan-2017-2020',
  ]);
});

test('work items with the same name are told apart by their plans: above the parts, in the files and in the calendar', () => {
  const [mail] = newMails(contactOf(plan, 'minzhong', 'liaison').email.toLowerCase());
  expect(mail?.text).toMatch(
    /^本邮件涉及2项工作：中山市推进普惠金融发展实施方案\/二期、中山市推进普惠金融发展实施方案（2017-2020年）。/,
  );
  expect(mail?.attachments.map(({ filename }) => filename)).toEqual([
    '2018年上半年中山市推进普惠金融发展实施方案_二期报送表（民众镇）.docx',
    '2018年上半年中山市推进普惠金融发展实施方案_二期报送表（民众镇）.xlsx',
    '2018年上半年中山市推进普惠金融发展实施方案（2017-2020年）报送表（民众镇）.docx',
    '2018年上半年中山市推进普惠金融发展实施方案（2017-2020年）报送表（民众镇）.xlsx',
    'deadline-2.ics',
  ]);
  expect(mail?.calendar?.content.replaceAll('\r\n ', '')).toContain(
    '实施方案/二期：2018年上半年报送截止',
  );
});

test('an SMS names neither plan nor work, so one says it for both; where they differ each plan sends its own', async () => {
  await world.passTo(REMINDER);
  expect(newMails()).toHaveLength(1);
  expect(textsTo(MOBILE)).toEqual([expect.stringMatching(/提醒：贵单位2018年上半年工作情况，/)]);
  expect(await carried('reminder', 'sms', MOBILE)).toEqual([
    'sent farming-2018 zhongshan-2017-2020',
  ]);
  const { email, mobile } = contactOf(plan, 'minzhong', 'liaison');
  expect(
    textsTo(mobile ?? '')
      .map((text) => text.slice(-13))
      .toSorted(),
  ).toEqual([expect.stringContaining('0760-00000001'), expect.stringContaining('0760-00000002')]);
  expect(await carried('reminder', 'email', email.toLowerCase())).toEqual([
    'sent next-2018 zhongshan-2017-2020',
  ]);
});

test('what was reported in one plan is asked for by the other alone', async () => {
  expect(await submit(world, 'guzhen')).toMatchObject({ ok: true });
  newMails();
  await world.passTo(LAST_REMINDER);
  const [mail, ...others] = newMails();
  expect(others).toEqual([]);
  expect(mail?.subject).toContain('支农支小工作');
  expect(mail?.text).not.toContain('普惠金融工作');
});

test('a mail that does not get through is followed by one for each plan', async () => {
  const { email } = contactOf(plan, 'xiaolan', 'liaison');
  const address = email.toLowerCase();
  await world.passTo(plus(DUE_DAY, -MINUTE));
  newMails(address);
  world.outside.fail(address, new GatewayError('451 try again later'), 1);
  await world.sleepUntil(plus(await world.now(), MINUTE + 20 * SECOND));
  await world.settle();
  const subjects = newMails(address).map(({ subject }) => subject);
  expect(subjects).toHaveLength(2);
  expect(subjects).toContainEqual(expect.stringMatching(/^(?!.*支农支小).*普惠金融/));
  expect(subjects).toContainEqual(expect.stringMatching(/^(?!.*普惠金融).*支农支小/));
  expect(await carried('due', 'email', address)).toEqual([
    'sent farming-2018',
    'sent zhongshan-2017-2020',
  ]);
});

test('while one plan’s round is paused, the other sends alone', async () => {
  const { email } = contactOf(plan, 'xiaolan', 'liaison');
  newMails(email.toLowerCase());
  await actOnRound(world, { kind: 'pause', reason: '通讯录有误' }, 'farming-2018/2018H1');
  await world.passTo(CHASE);
  const [mail, ...others] = newMails(email.toLowerCase());
  expect(others).toEqual([]);
  expect(mail?.text).not.toContain('支农支小工作');
});

test('every step of every plan is accounted for', async () => {
  expect(await findUnaccounted(world.pool, await world.now())).toEqual([]);
});

test('every workflow replays its own history', async () => {
  expect(await world.failedReplays()).toEqual([]);
});
