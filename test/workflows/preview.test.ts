/** The preview of a round shows, word for word, what is sent when nobody reports. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { DocumentText } from '../../domain/delivery/message-text.ts';
import type { Contact, Plan, Role } from '../../domain/plan/plan.ts';
import { type Preview, preview } from '../../domain/preview/preview.ts';
import { periodInPlan } from '../../domain/time/period.ts';
import { day, type Instant } from '../../domain/time/time.ts';
import { shippedCalendar } from '../../gateways/calendar/holidays.ts';
import { smallPlan } from '../../rehearsal/shipped-plan.ts';
import { readLeaves, readNumberedContacts } from '../../store/read/contacts.ts';
import { applyCommand } from '../../store/write/commands.ts';
import { contactOf, withContact } from '../support/people/contacts.ts';
import { at, shanghai, show } from '../support/time/dates.ts';
import { COMPILE } from '../support/time/moments-of-plan.ts';
import { startYear } from '../support/world/acts.ts';
import { createTestWorld, type TestWorld } from '../support/world/world.ts';

const towns = smallPlan(
  'jinrongju',
  'nongyeju',
  'renminyinhang',
  'guzhen',
  'dongfeng',
  'dongsheng',
  'minzhong',
  'xiaolan',
);
/** One person is liaison of two towns; another is liaison of one and deputy of the next. */
const plan = alsoOf(
  alsoOf(towns, ['dongsheng', 'liaison'], contactOf(towns, 'dongfeng', 'liaison')),
  ['minzhong', 'deputy'],
  contactOf(towns, 'xiaolan', 'liaison'),
);
/** Early enough for the contact check. */
const BEFORE_ALL = at('2018-06-13 12:00');
let world: TestWorld;
let shown: Preview[];

beforeAll(async () => {
  world = await createTestWorld({ plan, start: BEFORE_ALL, bundle: inject('workflowBundle') });
  // On leave over both reminders; the substitute is liaison of another unit.
  await goOnLeave('guzhen', '2018-07-05', '2018-07-12', contactOf(plan, 'nongyeju', 'liaison'));
  // Of the two towns with one liaison, only this one has a substitute for two days.
  await goOnLeave('dongsheng', '2018-07-12', '2018-07-13', null);
  const input = { plan, calendar: shippedCalendar(), zone: shanghai, startedAt: null };
  const leaves = await readLeaves(world.pool, plan.id);
  shown = preview({ ...input, leaves, demonstration: false }, [periodInPlan(plan, '2018H1')]);
  await startYear(world);
  await world.passTo(COMPILE);
});
afterAll(() => world.close());

function alsoOf(to: Plan, [unit, role]: readonly [string, Role], person: Contact): Plan {
  const { name, email, mobile } = person;
  return withContact(to, unit, role, { name, email, mobile });
}

async function goOnLeave(unit: string, from: string, until: string, by: Contact | null) {
  const contacts = await readNumberedContacts(world.pool, plan.id);
  const contact = contacts.find((one) => one.unit === unit && one.role === 'liaison');
  const place = { unit, role: 'liaison', ordinal: 1 } as const;
  const act = {
    kind: 'set-leave',
    place,
    seen: contact?.mark ?? '',
    from: day(from),
    until: day(until),
    substitute: by && { name: by.name, email: by.email, mobile: by.mobile, phone: by.phone },
  } as const;
  const actor = { kind: 'administrator', name: '管理员' } as const;
  const command = { id: `leave-${unit}`, actor, receivedAt: BEFORE_ALL, plan: plan.id, act };
  expect(await applyCommand(world.pool, command)).toMatchObject({ ok: true });
}

type Row = {
  at: Instant;
  channel: string;
  kind: string;
  person: string;
  subject: string;
  text: string;
};

const line = ({ at, channel, kind, person, subject, text }: Row): string =>
  [show(at), channel, kind, person, ...(isOfDay(subject) ? ['按当日情况'] : [subject, text])].join(
    ' | ',
  );

/** The content of a morning digest is known only that morning; here its moments and readers are compared. */
const isOfDay = (subject: string): boolean => subject.startsWith('2018年上半年报送情况');

/** Up to the compile date: of the preview, and of the record. */
const previewed = (...channels: string[]) =>
  shown.filter(({ at, channel }) => at <= COMPILE && channels.includes(channel)).map(line);

test('every mail and SMS of the preview is sent, and what the robot says, with these words, and no other', async () => {
  const { rows } = await world.pool.query<Row>(
    `select at, channel, kind, person, subject, text from message where state = 'sent'`,
  );
  const expected = previewed('email', 'sms', 'robot');
  expect(expected.length).toBeGreaterThan(40);
  expect(rows.map(line).toSorted()).toEqual(expected.toSorted());
  expect(expected.filter((each) => each.endsWith('按当日情况'))).toHaveLength(2 * 14);
});

test('a stand-in is written to in the name of whom they stand in for, and with their own units', () => {
  const about = (kind: string, day: string) =>
    shown
      .filter((m) => m.kind === kind && m.channel === 'email' && show(m.at).startsWith(day))
      .map((m) => [m.unit, m.person, /^.*：$/m.exec(m.text)?.[0]]);
  const [guzhen, dongsheng] = ['guzhen', 'dongsheng'].map(
    (unit) => contactOf(plan, unit, 'liaison').name,
  );
  const farmer = contactOf(plan, 'nongyeju', 'liaison').name;
  const other = contactOf(plan, 'dongsheng', 'deputy').name;
  expect(about('reminder', '2018-07-06')).toContainEqual([
    'guzhen,nongyeju',
    `${farmer}（代${guzhen}）`,
    `古镇镇政府、市农业局（代${guzhen}）：`,
  ]);
  expect(about('reminder', '2018-07-12')).toContainEqual([
    'dongsheng',
    `${other}（代${dongsheng}）`,
    `东升镇政府（代${dongsheng}）：`,
  ]);
});

test('who is liaison of one unit and deputy of another is told once, as a liaison', () => {
  const { email } = contactOf(plan, 'xiaolan', 'liaison');
  const told = shown.filter(({ to, kind }) => to === email.toLowerCase() && kind === 'chase');
  expect(told.map(({ unit }) => unit)).toEqual(['minzhong,xiaolan']);
  expect(told[0]?.text).not.toContain('转告经办同志');
});

test('every letter and slip of the preview is prepared with these words, and held', async () => {
  const { rows } = await world.pool.query<{
    at: Instant;
    channel: string;
    kind: string;
    person: string;
    content: DocumentText;
  }>(
    `select at, channel, kind, person, content from delivery where channel in ('letter', 'slip') and state = 'held'`,
  );
  const made = rows.map(({ content: c, ...row }) => {
    const text = [`${c.addressee}：`, ...c.paragraphs, '', c.signature, c.date].join('\n');
    return line({ ...row, subject: c.title, text });
  });
  const expected = previewed('letter', 'slip');
  expect(expected.length).toBeGreaterThan(8);
  expect(made.toSorted()).toEqual(expected.toSorted());
});
