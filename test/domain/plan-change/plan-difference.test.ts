import { expect, test } from 'vitest';
import type { Plan } from '../../../domain/plan/plan.ts';
import { planDifference } from '../../../domain/plan-change/plan-difference.ts';
import { timeOfDay } from '../../../domain/time/time.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';

const sentences = (after: Plan, before = shippedPlan) =>
  planDifference(before, after).map(({ sentence }) => sentence);

test('a plan does not differ from itself', () => {
  expect(planDifference(shippedPlan, structuredClone(shippedPlan))).toEqual([]);
});

test('a changed setting is named by its path, with both values', () => {
  const after: Plan = {
    ...shippedPlan,
    scope: 'all-leads',
    policy: { ...shippedPlan.policy, callListAt: timeOfDay('15:00') },
  };
  expect(sentences(after)).toEqual([
    '设置 scope：“live-items” → “all-leads”。',
    '设置 policy.callListAt：“14:30” → “15:00”。',
  ]);
});

test('a step taken out shows as settings removed', () => {
  const policy = { ...shippedPlan.policy, steps: shippedPlan.policy.steps.slice(0, 6) };
  const differences = planDifference(shippedPlan, { ...shippedPlan, policy });
  expect(differences.every(({ change }) => change === 'removed')).toBe(true);
  expect(differences[0]?.sentence).toBe('设置 policy.steps[6].kind：“supervise” → （空）。');
});

test('items added, removed and changed are told apart', () => {
  const items = shippedPlan.items
    .filter(({ no }) => no !== 56)
    .map((item) => (item.no === 28 ? { ...item, leads: ['市扶贫办'], schedule: '2019年' } : item));
  expect(sentences({ ...shippedPlan, items })).toEqual([
    '第 28 项：牵头部门 “市扶贫办、市残联、市金融局” → “市扶贫办”；时间安排 “2018年” → “2019年”。',
    '删去第 56 项。',
  ]);
  expect(sentences(shippedPlan, { ...shippedPlan, items })).toContain('新增第 56 项。');
});

test('a unit keeps its code when it is renamed', () => {
  const units = shippedPlan.units.map((unit) =>
    unit.code === 'jingxinju' ? { ...unit, name: '市工业和信息化局' } : unit,
  );
  expect(planDifference(shippedPlan, { ...shippedPlan, units })).toEqual([
    {
      about: 'unit',
      change: 'changed',
      sentence:
        '单位“市工业和信息化局”（jingxinju）：名称 “市经济和信息化局” → “市工业和信息化局”。',
    },
  ]);
});

test('a changed contact is named by unit and role, its mobile masked', () => {
  const contacts = shippedPlan.contacts.map((contact) =>
    contact.unit === 'guzhen' && contact.role === 'liaison'
      ? { ...contact, name: '古镇镇联络员己', mobile: '10911112222' }
      : contact,
  );
  const [only, ...others] = sentences({ ...shippedPlan, contacts });
  expect(only).toBe(
    '联系人 古镇镇联络员：姓名 “古镇镇联络员甲” → “古镇镇联络员己”；手机 “109****3201” → “109****2222”。',
  );
  expect(others).toEqual([]);
});

test('the second officer is another person than the first', () => {
  const contacts = shippedPlan.contacts.filter(({ name }) => name !== '金融局经办人乙');
  expect(sentences({ ...shippedPlan, contacts })).toEqual([
    '删去联系人 市金融局经办人（第 2 位）。',
  ]);
});

test('a mobile that differs only where it is masked says so', () => {
  const contacts = shippedPlan.contacts.map((contact) =>
    contact.mobile === '10900003201' ? { ...contact, mobile: '10900013201' } : contact,
  );
  expect(sentences({ ...shippedPlan, contacts })).toEqual([
    '联系人 古镇镇联络员：手机 “109****3201” → “109****3201”（中间几位有改动）。',
  ]);
});

test('another order of the units is a change; a unit added or removed is not', () => {
  const [first, second, ...others] = shippedPlan.units;
  if (!first || !second) throw new Error('a plan with fewer than two units');
  expect(sentences({ ...shippedPlan, units: [second, first, ...others] })).toEqual([
    '单位的次序有变。',
  ]);
  const without = planDifference(shippedPlan, { ...shippedPlan, units: [first, ...others] });
  expect(without).toMatchObject([{ change: 'removed' }]);
});

test('a unit that another section of the bureau looks after is named with both', () => {
  const units = shippedPlan.units.map((unit) =>
    unit.code === 'guzhen' ? { ...unit, desk: '综合科' } : unit,
  );
  expect(sentences({ ...shippedPlan, units })).toEqual([
    '单位“古镇镇”（guzhen）：科室 “地方金融科” → “综合科”。',
  ]);
});

test('a changed text is named with the lines that change', () => {
  const texts = {
    ...shippedPlan.texts,
    'chase.sms': shippedPlan.texts['chase.sms'].replace('截至今日', '到'),
    'call.task': '致电{{ unit }}',
  };
  expect(sentences({ ...shippedPlan, texts })).toEqual([
    '文本 chase.sms：第 1 行起 “截至今日{{ now }}，尚未收到{{ your_report }}，{% if is_request %}商请{% else %}烦请{% endif %}尽快报送；已报或有困难请电{{ phone }}” → “到{{ now }}，尚未收到{{ your_report }}，{% if is_request %}商请{% else %}烦请{% endif %}尽快报送；已报或有困难请电{{ phone }}”。',
    '文本 call.task：第 1 行起 “致电{{ unit }}（{{ contact }}）：{{ report }}应于{{ was_due }}前报送，尚未收到。⏎” → “致电{{ unit }}”。',
  ]);
  expect(sentences({ ...shippedPlan, language: 'en' })).toEqual(['设置 language：“zh” → “en”。']);
});
