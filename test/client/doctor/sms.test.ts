/** What the doctor says about the SMS provider, on round 2018H1 of the shipped plan. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Finding } from '../../../client/bilingual.ts';
import { checkSms } from '../../../client/doctor/sms.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';
import { readRules } from '../../../store/read/plans.ts';
import { cuibao } from '../../support/command-line.ts';
import { type OpenRound, openInJuly } from '../../support/record/opened-round.ts';
import { exampleSettings } from '../../support/servers/sms-settings.ts';
import { at } from '../../support/time/dates.ts';

let round: OpenRound;
beforeAll(async () => {
  round = await openInJuly();
});
afterAll(() => round.database.drop());

async function found(
  settings: object | undefined,
  plan: Partial<Plan> = {},
  demonstration = false,
): Promise<Finding[]> {
  const { pool } = round.database;
  const rules = await readRules(pool, shippedPlan.id);
  return checkSms({
    pool,
    plan: { ...rules.plan, ...plan },
    rules,
    now: async () => at('2018-06-21 09:00'),
    fixed: { demonstration },
    settings: settings === undefined ? {} : { SMS_GATEWAY: JSON.stringify(settings) },
  });
}

const http = { url: 'https://sms.example.org', body: '{"a":"{to}{text}"}' };
const alibaba = (...texts: string[]) => ({
  provider: 'alibaba',
  accessKeyId: 'a',
  accessKeySecret: 'b',
  signature: shippedPlan.bureau.signature,
  templates: texts.map((text, index) => ({ id: `SMS_${index}`, text })),
});

test('for a provider that takes any text only the length is checked', async () => {
  const [finding, ...more] = await found(http);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ name: '短信', level: 'ok' });
});

test('an SMS that no approved template covers is named by kind, with an example', async () => {
  const [finding] = await found(alibaba('登录验证码${code}，${minutes}分钟内有效，请勿告诉他人。'));
  expect(finding).toMatchObject({ level: 'failed' });
  const kinds = (finding?.details ?? []).map((line) => /^(.+?)短信/.exec(line.zh)?.[1]);
  expect(kinds).toEqual(['提醒', '催报', '催办', '回执', '退回告知', '期限告知', '延期答复']);
  expect(finding?.message.zh).toMatch(/^\d+条发不出去：提醒短信.+例如.+“【.+】提醒：/);
});

test('the example of the documentation covers every SMS of the shipped plan', async () => {
  const [finding] = await found(exampleSettings());
  expect(finding).toMatchObject({
    level: 'ok',
    message: {
      zh: expect.stringMatching(/^今后一年的\d{3}条，服务商都能发，各为一条$/),
      en: expect.stringContaining('takes all'),
    },
  });
});

test('texts that take two parts are a warning', async () => {
  const phone = '0760-00000001转8001或0760-00000002转8002';
  const [finding] = await found(http, { bureau: { ...shippedPlan.bureau, phone } });
  expect(finding).toMatchObject({
    level: 'warning',
    message: {
      zh: expect.stringContaining('提醒短信超过70字，要按多条计费'),
      en: expect.stringContaining('of the kind reminder are longer'),
    },
  });
});

test('wrong settings are one finding', async () => {
  expect(await found({ provider: 'tencent' })).toEqual([
    expect.objectContaining({
      level: 'failed',
      message: expect.objectContaining({ zh: expect.stringContaining('secretId：没有设置') }),
    }),
  ]);
});

test('a demonstration that is connected to a real provider is a failure', async () => {
  const [finding] = await found(alibaba('任意${a}'), {}, true);
  expect(finding).toMatchObject({
    level: 'failed',
    message: { zh: expect.stringContaining('【演示】'), en: expect.stringContaining('【演示】') },
  });
});

test('without the worker’s settings there is no finding', async () => {
  expect(await found(undefined)).toEqual([]);
});

test('cuibao doctor prints the finding', async () => {
  const { code, out } = await cuibao(['doctor', '--json'], {
    DATABASE_URL: round.database.url,
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    SMS_GATEWAY: JSON.stringify(alibaba('X${a}')),
  });
  const { checks } = JSON.parse(out) as { checks: Finding[] };
  expect([code, checks.find(({ name }) => name === '短信')?.level]).toEqual([1, 'failed']);
}, 60_000);

test('a shorter wording counts when that one was approved', async () => {
  const [finding] = await found(
    alibaba('提醒：${report}工作情况，${please}${when}报送，详询${phone}'),
  );
  expect(finding).toMatchObject({ level: 'failed' });
  expect(finding?.details?.map((line) => /^(.+?)短信/.exec(line.zh)?.[1])).not.toContain('提醒');
});
