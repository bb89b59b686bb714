/** How mails change the dates in a liaison's calendar, and the conversation they belong to. */
import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { day } from '../../domain/time/time.ts';
import { createMailGateway } from '../../gateways/mail/send.ts';
import { smallPlan } from '../../rehearsal/shipped-plan.ts';
import { contactOf, withContact } from '../support/people/contacts.ts';
import { createMailbox, type ReceivedMail } from '../support/servers/mailbox.ts';
import { DAY_BEFORE, NOTICE } from '../support/time/moments-of-plan.ts';
import { act, startYear } from '../support/world/acts.ts';
import { outcomes } from '../support/world/record-lines.ts';
import { createTestWorld, type TestWorld } from '../support/world/world.ts';

// One person, two units.
const of = withContact(smallPlan('xiaolan', 'nongyeju', 'guzhen'), 'guzhen', 'deputy', {
  email: null,
});
const { email, name } = contactOf(of, 'xiaolan', 'liaison');
const plan = withContact(of, 'nongyeju', 'liaison', { email, name });
const UID = `${plan.id}-2018H1-xiaolan@cuibao`;
const mailbox = createMailbox();
let world: TestWorld;
let close: () => Promise<void>;

beforeAll(async () => {
  const sender = { name: plan.bureau.name, address: 'bureau@zhongshan.example' };
  const mail = createMailGateway({ url: await mailbox.start() }, sender);
  close = () => mail.close();
  const bundle = inject('workflowBundle');
  world = await createTestWorld({ plan, start: DAY_BEFORE, bundle, through: () => ({ mail }) });
  await startYear(world);
  await world.passTo(NOTICE);
});
afterAll(async () => {
  await world.close();
  await close();
  await mailbox.close();
});

/** The calendar files of a mail, by name: `deadline-2.ics` before `deadline.ics`. */
function eventsIn(mail: ReceivedMail | undefined) {
  const files = (mail?.attachments ?? []).filter(({ filename }) => filename?.endsWith('.ics'));
  const inOrder = files.toSorted((a, b) => ((a.filename ?? '') < (b.filename ?? '') ? -1 : 1));
  return inOrder.map(({ content }) => {
    const calendar = ICAL.Component.fromString(content.toString('utf8'));
    const event = calendar.getFirstSubcomponent('vevent');
    return {
      method: calendar.getFirstPropertyValue('method'),
      uid: event?.getFirstPropertyValue('uid'),
      sequence: event?.getFirstPropertyValue('sequence'),
      day: event?.getFirstPropertyValue('dtstart')?.toString(),
      events: calendar.getAllSubcomponents('vevent').length,
    };
  });
}
const newest = () => mailbox.to(email).at(-1);
const roots = (mail: ReceivedMail | undefined) => [mail?.references ?? []].flat();

test('a notice for two units brings one date for each', () => {
  const [notice, ...others] = mailbox.to(email);
  expect(others).toEqual([]);
  const due = { method: 'PUBLISH', sequence: 0, day: '2018-07-16', events: 1 };
  expect(eventsIn(notice)).toEqual([
    { ...due, uid: UID },
    { ...due, uid: `${plan.id}-2018H1-nongyeju@cuibao` },
  ]);
  expect(roots(notice)).toHaveLength(2);
});

test('an extension moves the same event, in the conversation of its own obligation', async () => {
  await act(world, 'xiaolan', { kind: 'extend', until: day('2018-07-25'), reason: '台风' });
  const moved = { method: 'PUBLISH', uid: UID, sequence: 1, day: '2018-07-25', events: 1 };
  expect(eventsIn(newest())).toEqual([moved]);
  expect(roots(mailbox.to(email)[0])).toEqual(expect.arrayContaining(roots(newest())));
  expect(roots(newest())).toHaveLength(1);
});

test('and in the calendar of the deputy who had the notice; one who had none is told nothing', async () => {
  const deputy = contactOf(plan, 'xiaolan', 'deputy').email;
  const mails = mailbox.to(deputy);
  expect(mails.map((mail) => eventsIn(mail)[0]?.sequence)).toEqual([0, 1]);
  expect(eventsIn(mails.at(-1))).toMatchObject([{ uid: UID, day: '2018-07-25' }]);
  await act(world, 'guzhen', { kind: 'extend', until: day('2018-07-25'), reason: '台风' });
  expect(await outcomes(world, 'guzhen', 'extended-2')).toEqual([
    'liaison email sent',
    'liaison sms sent',
  ]);
});

test('an extension that is withdrawn moves it back, one sequence on', async () => {
  await act(world, 'xiaolan', { kind: 'withdraw-extension', reason: '误批' });
  const back = { method: 'PUBLISH', uid: UID, sequence: 2, day: '2018-07-16', events: 1 };
  expect(eventsIn(newest())).toEqual([back]);
});

test('a waiver sends nothing, so there is no mail that could take the date away', async () => {
  const before = mailbox.to(email).length;
  await act(world, 'nongyeju', { kind: 'waive', reason: '职能划转' });
  expect(mailbox.to(email)).toHaveLength(before);
});
