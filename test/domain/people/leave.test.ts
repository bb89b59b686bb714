/** Who is reached on which day, and what may be entered as leave. */
import { describe, expect, test } from 'vitest';
import type { Leave } from '../../../domain/people/leave.ts';
import { reachedOn } from '../../../domain/people/recipient.ts';
import type { Contact } from '../../../domain/plan/plan.ts';
import type { PlanAct } from '../../../domain/plan-change/act.ts';
import type { PlanSituation } from '../../../domain/plan-change/situation.ts';
import { planTransition } from '../../../domain/plan-change/transition.ts';
import { day } from '../../../domain/time/time.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';

const person = (role: Contact['role'], name: string): Contact => ({
  unit: 'guzhen',
  role,
  name,
  email: `${role}@zhongshan.example`,
  mobile: null,
  phone: null,
});
const liaison = person('liaison', '张三');
const deputy = person('deputy', '李四');
const substitute = { name: '王五', email: 'wang@zhongshan.example', mobile: null, phone: null };
const leaveOf = (of: Contact, by: Leave['substitute'] = substitute): Leave => ({
  id: of.name,
  unit: of.unit,
  role: of.role,
  person: of.name,
  from: day('2018-07-09'),
  until: day('2018-07-16'),
  substitute: by,
});
const reached = (on: string, leaves: readonly Leave[], contacts = [liaison, deputy]) =>
  reachedOn({ contacts, leaves }, 'guzhen', 'liaison', day(on))?.name ?? null;

test.each([
  ['2018-07-08', '张三'],
  ['2018-07-09', '王五（代张三）'],
  ['2018-07-16', '王五（代张三）'],
  ['2018-07-17', '张三'],
])('on %s a leave from 9 to 16 July, both included, reaches %s', (on, name) => {
  expect(reached(on, [leaveOf(liaison)])).toBe(name);
});

test('the deputy stands in, or the substitute of an absent deputy; without either the person on leave is reached', () => {
  const byDeputy = leaveOf(liaison, null);
  expect(reached('2018-07-10', [byDeputy])).toBe('李四（代张三）');
  expect(reached('2018-07-10', [byDeputy, leaveOf(deputy)])).toBe('王五（代张三）');
  expect(reached('2018-07-10', [byDeputy], [liaison])).toBe('张三');
});

test('a successor in the role is not on leave, nor is the same name in another unit', () => {
  expect(reached('2018-07-10', [leaveOf(liaison)], [person('liaison', '赵六')])).toBe('赵六');
  expect(reached('2018-07-10', [{ ...leaveOf(liaison), unit: 'xiaolan' }])).toBe('张三');
});

describe('what may be entered', () => {
  const now: PlanSituation = {
    plan: shippedPlan,
    contacts: [liaison, deputy].map((contact) => ({ ...contact, ordinal: 1, mark: contact.name })),
    leaves: [],
    check: null,
    today: day('2018-07-09'),
    accounts: [],
    signedIn: false,
    sendingPaused: false,
    bounced: false,
    feedFound: false,
  };
  type SetLeave = Extract<PlanAct, { kind: 'set-leave' }>;
  const judge = (changed: Partial<SetLeave> = {}, situation: Partial<PlanSituation> = {}) =>
    planTransition(
      { ...now, ...situation },
      {
        kind: 'set-leave',
        place: { unit: 'guzhen', role: 'liaison', ordinal: 1 },
        seen: '张三',
        from: day('2018-07-09'),
        until: day('2018-07-16'),
        substitute,
        ...changed,
      },
    );
  const ofDeputy = { place: { unit: 'guzhen', role: 'deputy', ordinal: 1 }, seen: '李四' } as const;

  test('from today on, with whom and until when in the answer', () => {
    expect(judge()).toEqual({
      ok: true,
      message: '已登记：古镇镇联络员张三2018年7月9日至2018年7月16日休假，由王五代。',
    });
    expect(judge({ substitute: null }).message).toContain('由备用联络员李四代');
  });

  const another = { ...leaveOf(liaison), from: day('2018-07-16'), until: day('2018-07-20') };
  test.each<[string, Partial<SetLeave>, Partial<PlanSituation>, string, string]>([
    ['a last day before the first', { until: day('2018-07-08') }, {}, 'invalid', '早于第一天'],
    ['a day that is past', { from: day('2018-07-08') }, {}, 'invalid', '2018年7月8日'],
    ['what is no day', { from: day('2018-02-30') }, {}, 'invalid', '“2018-02-30”不合格式'],
    ['nothing', { until: day('') }, {}, 'invalid', '“”不合格式'],
    ['one that overlaps', {}, { leaves: [another] }, 'refused', '2018年7月16日至2018年7月20日'],
    [
      'a substitute without address',
      { substitute: { ...substitute, email: null } },
      {},
      'invalid',
      '代办人：邮箱和手机至少填一项',
    ],
    [
      'a substitute without name',
      { substitute: { ...substitute, name: ' ' } },
      {},
      'invalid',
      '姓名没有填',
    ],
    [
      'oneself',
      { substitute: { ...substitute, email: 'LIAISON@zhongshan.example' } },
      {},
      'invalid',
      '同一个人',
    ],
    ['a deputy for the deputy', { ...ofDeputy, substitute: null }, {}, 'invalid', '只有联络员'],
    [
      'no deputy',
      { substitute: null },
      { contacts: now.contacts.slice(0, 1) },
      'invalid',
      '没有备用联络员',
    ],
    ['somebody who has changed since', { seen: '另一位' }, {}, 'superseded', '已有改动'],
    [
      'nobody',
      { place: { unit: 'guzhen', role: 'head', ordinal: 1 } },
      {},
      'not_found',
      '没有这位',
    ],
  ])('%s is refused', (_name, changed, situation, code, sentence) => {
    expect(judge(changed, situation)).toEqual({
      ok: false,
      code,
      message: expect.stringContaining(sentence),
    });
  });

  test('a leave right after another does not overlap', () => {
    const before = { ...another, from: day('2018-07-17') };
    expect(judge({}, { leaves: [before] })).toMatchObject({ ok: true });
  });

  test('it can be ended early or before it begins, not when it is over', () => {
    const end = (leave: string, today: string) =>
      planTransition(
        { ...now, leaves: [leaveOf(liaison)], today: day(today) },
        { kind: 'end-leave', leave },
      ).message;
    expect(end('张三', '2018-07-01')).toContain('已取消');
    expect(end('张三', '2018-07-16')).toContain('已销假');
    expect(end('张三', '2018-07-17')).toContain('已经结束');
    expect(end('nobody', '2018-07-10')).toContain('没有这次休假');
  });
});
