import { describe, expect, test } from 'vitest';
import type { Leave } from '../../../domain/people/leave.ts';
import { owed } from '../../../domain/plan/owed.ts';
import type { Contact, Plan } from '../../../domain/plan/plan.ts';
import { type Preview, preview } from '../../../domain/preview/preview.ts';
import { parsePeriod, periodsInPlan } from '../../../domain/time/period.ts';
import { isWorkday } from '../../../domain/time/workdays.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';
import { at, china, shanghai, show } from '../../support/time/dates.ts';

const H1 = parsePeriod('2018H1');
const previewed = (
  plan: Plan = shippedPlan,
  startedAt: string | null = null,
  leaves: readonly Leave[] = [],
): Preview[] =>
  preview(
    {
      plan,
      leaves,
      calendar: china,
      zone: shanghai,
      startedAt: startedAt === null ? null : at(startedAt),
      demonstration: false,
    },
    [H1],
  );
const round = previewed();
const stepsOf = (messages: readonly Preview[]) => [
  ...new Set(messages.map((message) => `${message.step} ${show(message.at)}`)),
];
const withContacts = (change: (contact: Contact) => Contact): Plan => ({
  ...shippedPlan,
  contacts: shippedPlan.contacts.map(change),
});

const isMorning = ({ step }: Preview): boolean => step.startsWith('morning-');

test('the moments of round 2018H1 are those of the policy table', () => {
  expect(
    stepsOf(round.filter((message) => !isMorning(message) && message.channel !== 'robot')),
  ).toEqual([
    'contact-check 2018-06-14 09:00',
    'notice 2018-06-22 09:00',
    'reminder-5 2018-07-06 09:00',
    'reminder-1 2018-07-12 09:00',
    'due 2018-07-13 09:00',
    'call-list 2018-07-13 14:30',
    'chase-1 2018-07-17 10:30',
    'press-3 2018-07-19 09:00',
    'supervise-5 2018-07-23 09:00',
    'compiled-1 2018-07-23 09:00',
    'supervise-10 2018-07-30 09:00',
    'compiled-2 2018-07-30 09:00',
    'supervise-15 2018-08-06 09:00',
  ]);
});

test('each officer gets a digest when something goes out, and daily from the due day on', () => {
  const mornings = round.filter(isMorning);
  const days = [...new Set(mornings.map((message) => show(message.at)))];
  expect(days.slice(0, 5)).toEqual([
    '2018-07-06 08:40',
    '2018-07-12 08:40',
    '2018-07-13 08:40',
    '2018-07-16 08:40',
    '2018-07-17 08:40',
  ]);
  expect([days.length, days.at(-1)]).toEqual([14, '2018-07-30 08:40']);
  expect(mornings).toHaveLength(2 * days.length);
  expect(new Set(mornings.map(({ text }) => text))).toEqual(new Set(['按当日情况生成。']));
});

describe('in every year of the plan', () => {
  const all = [2018, 2019, 2020, 2021].flatMap((year) =>
    preview(
      {
        plan: shippedPlan,
        leaves: [],
        calendar: china,
        zone: shanghai,
        startedAt: null,
        demonstration: true,
      },
      periodsInPlan(shippedPlan, year),
    ),
  );

  test('every message lies inside the send window of a working day', () => {
    const outside = all.filter((message) => !isInWindow(message));
    expect(outside.map((message) => `${message.step} ${show(message.at)}`)).toEqual([]);
  });

  test('every SMS fits in one part, also with the mark of a demonstration', () => {
    const texts = all.filter(({ channel }) => channel === 'sms');
    expect(texts.length).toBeGreaterThan(1000);
    expect(texts.filter(({ parts, text }) => parts !== 1 || text.length > 70)).toEqual([]);
  });

  test('no leader gets an SMS and the bureau is never chased', () => {
    const leaders = new Set(
      shippedPlan.contacts.filter(({ role }) => role === 'leader').map(({ name }) => name),
    );
    expect(all.filter((m) => m.channel === 'sms' && leaders.has(m.person))).toEqual([]);
    expect(all.filter((m) => m.unit === shippedPlan.bureau.unit && m.kind !== 'digest')).toEqual(
      [],
    );
  });

  test('nobody gets two messages of one kind by one channel at one moment', () => {
    const keys = all
      .filter(
        ({ channel, kind }) => (channel === 'email' || channel === 'sms') && kind !== 'digest',
      )
      .map(({ channel, to, kind, at: when }) => [channel, to, kind, when].join('#'));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

test.each([
  ['notice', 'email', 2],
  ['reminder-5', 'email', 1],
  ['reminder-5', 'sms', 1],
  ['reminder-1', 'sms', 1],
  ['due', 'email', 2],
  ['chase-1', 'email', 2],
  ['chase-1', 'sms', 1],
] as const)(
  '%s by %s goes to every unit that owes, the bureau apart: %i each',
  (step, channel, each) => {
    const expected = owed(shippedPlan, H1)
      .map(({ unit }) => unit.code)
      .filter((code) => code !== shippedPlan.bureau.unit)
      .flatMap((code) => Array.from({ length: each }, () => code));
    const units = round.filter((m) => m.step === step && m.channel === channel).map((m) => m.unit);
    expect(units.toSorted()).toEqual(expected.toSorted());
  },
);

test('only municipal departments and towns are pressed and supervised', () => {
  const classes = round
    .filter(({ kind }) => kind === 'press' || kind === 'supervise')
    .map(({ unit }) => shippedPlan.units.find(({ code }) => code === unit)?.class);
  expect(new Set(classes)).toEqual(new Set(['municipal', 'town']));
});

test('a text tells what was sent before, but no letter that nobody has released', () => {
  const slip = round.find((m) => m.unit === 'guzhen' && m.step === 'supervise-10');
  expect(slip?.text).toContain('6月22日通知，7月6日、12日提醒，13日提示截止，17日邮件、短信催报');
  expect(slip?.text).not.toContain('致函');
});

test('one person who answers for two units gets one message about both', () => {
  const shared = withContacts((contact) =>
    contact.unit === 'zhishichanquanju' || contact.unit === 'kejiju'
      ? { ...contact, email: contact.role === 'liaison' ? 'one@zhongshan.example' : contact.email }
      : contact,
  );
  const codes = [
    ...new Set(
      shared.contacts.filter((c) => c.email === 'one@zhongshan.example').map((c) => c.unit),
    ),
  ];
  expect(codes).toHaveLength(2);
  const mails = previewed(shared).filter(
    (m) => m.to === 'one@zhongshan.example' && m.kind === 'due',
  );
  expect(mails.map((m) => m.unit)).toEqual([codes.toSorted().join(',')]);
  for (const code of codes) {
    const name = shippedPlan.units.find((unit) => unit.code === code)?.name ?? '?';
    expect(mails[0]?.text).toContain(name);
  }
});

test('a liaison without a mailbox is reached by SMS, then through the deputy', () => {
  const mute = withContacts((contact) =>
    contact.unit === 'guzhen' && contact.role === 'liaison'
      ? { ...contact, email: null, mobile: null }
      : contact,
  );
  const reminder = previewed(mute).filter((m) => m.unit === 'guzhen' && m.step === 'reminder-5');
  const deputy = shippedPlan.contacts.find((c) => c.unit === 'guzhen' && c.role === 'deputy');
  expect(reminder.map(({ channel, to }) => [channel, to])).toEqual([['email', deputy?.email]]);
});

test('a year started late gets its notice and only the newest past step', () => {
  const late = previewed(shippedPlan, '2018-07-12 16:00').filter((m) => m.kind !== 'digest');
  expect(stepsOf(late).slice(0, 3)).toEqual([
    'notice 2018-07-12 16:00',
    'reminder-1 2018-07-12 16:00',
    'due 2018-07-13 09:00',
  ]);
});

function isInWindow({ at: when }: Preview): boolean {
  const time = shanghai.timeOf(when);
  const inside = (time >= '08:30' && time <= '12:00') || (time >= '14:30' && time <= '17:30');
  return inside && isWorkday(china, shanghai.dayOf(when));
}
