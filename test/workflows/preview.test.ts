/** What the preview shows before a round starts is what leaves the house when nobody reports: word for word. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { DocumentText } from '../../domain/facts.ts';
import { periodInPlan } from '../../domain/period.ts';
import { type Preview, preview } from '../../domain/preview.ts';
import type { Instant } from '../../domain/time.ts';
import { shippedCalendar } from '../../gateways/holidays.ts';
import { startYear } from '../support/acts.ts';
import { chinaTime, show } from '../support/dates.ts';
import { COMPILE, DAY_BEFORE } from '../support/moments-of-plan.ts';
import { contactOf, smallPlan, withContact } from '../support/small-plan.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

const towns = smallPlan(
  'jinrongju',
  'nongyeju',
  'renminyinhang',
  'guzhen',
  'dongfeng',
  'dongsheng',
);
const shared = contactOf(towns, 'dongfeng', 'liaison');
/** One person is liaison of two towns. */
const plan = withContact(towns, 'dongsheng', 'liaison', {
  name: shared.name,
  email: shared.email,
  mobile: shared.mobile,
});
let world: TestWorld;
let shown: Preview[];

beforeAll(async () => {
  const input = { plan, calendar: shippedCalendar(), zone: chinaTime, startedAt: null };
  shown = preview({ ...input, demonstration: false }, [periodInPlan(plan, '2018H1')]);
  world = await createTestWorld({ plan, start: DAY_BEFORE, bundle: inject('workflowBundle') });
  await startYear(world);
  await world.passTo(COMPILE);
});
afterAll(() => world.close());

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

/** What the bureau reads in the morning is known only then; here its moments and readers are compared. */
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
