/** The recipient of the question before a round, when it is too late to ask, and the allowed answers. */
import { expect, test } from 'vitest';
import {
  type ContactCheck,
  personToAsk,
  tooLateToAsk,
} from '../../../domain/people/contact-check.ts';
import type { Contact } from '../../../domain/plan/plan.ts';
import type { PlanAct } from '../../../domain/plan-change/act.ts';
import type { PlanSituation } from '../../../domain/plan-change/situation.ts';
import { planTransition } from '../../../domain/plan-change/transition.ts';
import { day, type Instant } from '../../../domain/time/time.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';
import { at, china, shanghai } from '../../support/time/dates.ts';

const contact = (role: Contact['role'], email: string | null): Contact => ({
  unit: 'guzhen',
  role,
  name: role,
  email,
  mobile: '10911112222',
  phone: null,
});
const toAsk = (...contacts: Contact[]) =>
  personToAsk({ contacts, leaves: [] }, 'guzhen', day('2018-06-14'))?.address ?? null;

test('the liaison is asked, or the deputy where the liaison has no mailbox, or nobody', () => {
  const deputy = contact('deputy', 'D@zhongshan.example');
  expect(toAsk(contact('liaison', 'l@zhongshan.example'), deputy)).toBe('l@zhongshan.example');
  expect(toAsk(contact('liaison', null), deputy)).toBe('d@zhongshan.example');
  expect(toAsk(contact('liaison', null))).toBeNull();
});

test.each([
  ['2018-06-20 09:00', null],
  ['2018-06-20 17:00', null],
  // 18 June 2018 was the Dragon Boat festival; the round opens on Friday the 22nd.
  ['2018-06-21 09:00', '不足2个工作日'],
  ['2018-06-22 09:00', '已开启'],
  ['2018-07-13 09:00', '已开启'],
])('asked at %s: %s', (when, reason) => {
  const rules = { calendar: china, dayOf: (instant: Instant) => shanghai.dayOf(instant) };
  const answer = tooLateToAsk(at(when), at('2018-06-22 09:00'), rules);
  if (reason === null) expect(answer).toBeNull();
  else expect(answer).toContain(reason);
});

const check: ContactCheck = {
  round: `${shippedPlan.id}/2018H1`,
  unit: 'guzhen',
  state: 'asked',
  proposal: null,
  reason: null,
  askedAt: at('2018-06-14 09:00'),
  answeredAt: null,
  answeredBy: null,
};
const of = { round: check.round, unit: check.unit };
const liaison = { name: '新人', email: 'new@zhongshan.example', mobile: null, phone: null };
const naming: PlanAct = { kind: 'name-contacts', ...of, liaison, deputy: null, atOnce: false };
const judge = (
  act: PlanAct,
  state: ContactCheck['state'] | null,
  contacts = shippedPlan.contacts,
) => {
  const proposal = state === 'named' ? { liaison, deputy: null } : null;
  const now: PlanSituation = {
    plan: shippedPlan,
    contacts: contacts.map((one) => ({ ...one, ordinal: 1, mark: one.name })),
    leaves: [],
    today: day('2018-06-15'),
    check: state && { ...check, state, proposal },
    accounts: [],
    signedIn: false,
    sendingPaused: false,
    bounced: false,
    feedFound: false,
  };
  const judged = planTransition(now, act);
  return judged.ok ? 'ok' : judged.code;
};

test.each<[PlanAct, Record<ContactCheck['state'], string>]>([
  [
    { kind: 'confirm-contacts', ...of },
    { asked: 'ok', confirmed: 'ok', named: 'refused', changed: 'ok', skipped: 'not_found' },
  ],
  [naming, { asked: 'ok', confirmed: 'ok', named: 'ok', changed: 'ok', skipped: 'not_found' }],
  [
    { kind: 'accept-contacts', ...of },
    {
      asked: 'not_found',
      confirmed: 'not_found',
      named: 'ok',
      changed: 'not_found',
      skipped: 'not_found',
    },
  ],
  [
    { kind: 'refuse-contacts', ...of, reason: '查无此人' },
    {
      asked: 'not_found',
      confirmed: 'not_found',
      named: 'ok',
      changed: 'not_found',
      skipped: 'not_found',
    },
  ],
])('$kind in every state', (act, expected) => {
  const states = Object.keys(expected) as ContactCheck['state'][];
  expect(Object.fromEntries(states.map((state) => [state, judge(act, state)]))).toEqual(expected);
  expect(judge(act, null)).toBe('not_found');
});

test('a named contact needs an address, a refusal a reason, and a confirmation a liaison', () => {
  expect(judge({ ...naming, liaison: { ...liaison, email: null } } as PlanAct, 'asked')).toBe(
    'invalid',
  );
  expect(judge({ ...naming, deputy: { ...liaison, name: '' } } as PlanAct, 'asked')).toBe(
    'invalid',
  );
  expect(judge({ kind: 'refuse-contacts', ...of, reason: ' ' }, 'named')).toBe('invalid');
  expect(judge({ kind: 'confirm-contacts', ...of }, 'asked', [])).toBe('refused');
});
