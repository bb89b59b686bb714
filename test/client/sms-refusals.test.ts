/** Which SMS of a plan a provider would refuse: in `plan check`, and before a plan is imported. */
import { expect, test } from 'vitest';
import { refusedOfPlan } from '../../client/sms-refusals.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { zone } from '../../domain/time/zone.ts';
import { shippedCalendar } from '../../gateways/calendar/holidays.ts';
import { shippedPlan } from '../../rehearsal/shipped-plan.ts';
import { cuibao } from '../support/command-line.ts';
import { exampleProvider, exampleSettings } from '../support/servers/sms-settings.ts';

const refused = (plan: Plan, provider = exampleProvider()) =>
  refusedOfPlan({ plan, calendar: shippedCalendar(), zone: zone(plan.zone) }, provider);

test('the example of the documentation covers every SMS of the shipped plan', () => {
  expect(refused(shippedPlan)).toEqual([]);
});

test('a changed text without an approved template is named by kind, with an example', () => {
  const texts = { ...shippedPlan.texts, 'receipt.sms': '收到了，谢谢。详询{{ phone }}' };
  const [first, ...more] = refused({ ...shippedPlan, texts });
  expect(more).toEqual([]);
  expect(first?.zh).toMatch(
    /^回执短信的内容与已审批的模板都对不上.*“【中山市金融局】收到了，谢谢。/,
  );
  expect(first?.en).toMatch(/^SMS of the kind receipt fit none of the approved templates/);
});

test('a sign-in code without an approved template is named too', () => {
  const sentences = refused(shippedPlan, exampleProvider(/验证码/)).map(({ zh }) => zh);
  expect(sentences).toEqual([expect.stringMatching(/^登录验证码短信/)]);
});

test('plan check names refused SMS and fails, when the settings name a provider', async () => {
  const settings = (without?: RegExp) => ({
    SMS_GATEWAY: JSON.stringify(exampleSettings(without)),
  });
  const [bad, json, good, wrong] = await Promise.all([
    cuibao(['plan', 'check'], settings(/尚未收到/)),
    cuibao(['plan', 'check', '--json'], settings(/尚未收到/)),
    cuibao(['plan', 'check'], settings()),
    cuibao(['plan', 'check'], { SMS_GATEWAY: '{' }),
  ]);
  expect(bad.code).toBe(1);
  expect(bad.out).toMatch(
    /^没有问题：.*\n {2}短信服务商会拒发：催报短信的内容与已审批的模板都对不上.*\n$/,
  );
  expect(json.code).toBe(1);
  expect(JSON.parse(json.out)).toMatchObject({
    ok: false,
    problems: [],
    sms: [expect.stringMatching(/^短信服务商会拒发：催报短信/)],
  });
  expect([good.code, good.out]).toEqual([0, expect.not.stringContaining('短信服务商')]);
  expect([wrong.code, wrong.out]).toEqual([1, expect.stringContaining('不是合法的 JSON')]);
});
