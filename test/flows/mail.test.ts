/** A small round with real mail over SMTP: received, parsed, and the attachments opened. */
import ICAL from 'ical.js';
import mammoth from 'mammoth';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createMailGateway } from '../../gateways/mail/send.ts';
import { readReportFile } from '../../gateways/report-file/read-file.ts';
import { smallPlan } from '../../rehearsal/shipped-plan.ts';
import { contactOf } from '../support/people/contacts.ts';
import { createMailbox, type ReceivedMail } from '../support/servers/mailbox.ts';
import { DAY_BEFORE, NOTICE, REMINDER } from '../support/time/moments-of-plan.ts';
import { startYear, submitAll } from '../support/world/acts.ts';
import { sent } from '../support/world/record-lines.ts';
import { createTestWorld, type TestWorld } from '../support/world/world.ts';

const plan = smallPlan('xiaolan', 'nongyeju');
const address = (unit: string) => contactOf(plan, unit, 'liaison').email;
const mailbox = createMailbox();
let world: TestWorld;
let close: () => Promise<void>;

beforeAll(async () => {
  const sender = { name: plan.bureau.name, address: 'bureau@zhongshan.example' };
  const mail = createMailGateway({ url: await mailbox.start() }, sender);
  close = () => mail.close();
  world = await createTestWorld({
    plan,
    start: DAY_BEFORE,
    bundle: inject('workflowBundle'),
    through: () => ({ mail }),
  });
  await startYear(world);
  await world.passTo(NOTICE);
});
afterAll(async () => {
  await world.close();
  await close();
  await mailbox.close();
});

const attachment = (mail: ReceivedMail | undefined, name: RegExp): Buffer => {
  const found = mail?.attachments.find(({ filename }) => name.test(filename ?? ''));
  if (!found) throw new Error(`no ${name} with “${mail?.subject}”`);
  return found.content;
};

test('the notice comes with the prefilled form, as Word and as a sheet, and the date for the calendar', async () => {
  const [notice] = mailbox.to(address('xiaolan'));
  expect(notice?.subject).toContain('报送');
  expect(notice?.text).toContain('小榄镇政府');
  const { value } = await mammoth.extractRawText({ buffer: attachment(notice, /小榄镇.*\.docx$/) });
  expect(value).toContain('小榄镇');
  const expected = { unit: 'xiaolan', period: '2018H1' };
  const form = await readReportFile(attachment(notice, /小榄镇.*\.xlsx$/), expected);
  expect(form.items.map(({ no }) => no)).toEqual([52, 53]);
  const calendar = ICAL.Component.fromString(attachment(notice, /\.ics$/).toString('utf8'));
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
  expect(event.startDate.toString()).toBe('2018-07-16');
});

test('the reminder belongs to the same conversation and carries the date of the round, not of the machine', async () => {
  await world.passTo(REMINDER);
  const [notice, reminder] = mailbox.to(address('xiaolan'));
  expect(reminder?.text).toContain('目前尚未收到');
  expect(reminder?.messageId).not.toBe(notice?.messageId);
  expect(reminder?.references).toEqual(notice?.references);
  expect(reminder?.date?.toISOString().slice(0, 16)).toBe('2018-07-06T01:00');
});

test('a report is answered by a receipt', async () => {
  await submitAll(world, 'xiaolan');
  const receipt = mailbox.to(address('xiaolan')).at(-1);
  expect(receipt?.text).toContain('回执');
});

test('the last arrival brings the bureau the compiled report, with what the units wrote', async () => {
  await submitAll(world, 'nongyeju');
  const mail = mailbox.to(contactOf(plan, plan.bureau.unit, 'officer').email).at(-1);
  const { value } = await mammoth.extractRawText({ buffer: attachment(mail, /汇总报告.*\.docx$/) });
  expect(value).toContain('小榄镇已将实施方案分解到村居和金融网点，按月调度。');
  expect(value).toContain('市农业局');
});

test('every mail that the record calls sent was received once, under its own Message-ID', async () => {
  const lines = [...(await sent(world, 'xiaolan')), ...(await sent(world, 'nongyeju'))];
  const mails = lines.filter((line) => line.endsWith('email'));
  const ofBureau = plan.contacts.flatMap(({ unit, email }) =>
    unit === plan.bureau.unit ? [email] : [],
  );
  const received = mailbox.all().filter(({ recipient }) => !ofBureau.includes(recipient));
  expect(received).toHaveLength(mails.length);
  expect(new Set(received.map(({ messageId }) => messageId)).size).toBe(received.length);
});
