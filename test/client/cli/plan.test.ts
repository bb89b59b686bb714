/** plan and preview: from the folder alone, no service. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { widthOf } from '../../../client/cli/terminal/width.ts';
import { SHIPPED_FOLDER } from '../../../rehearsal/shipped-plan.ts';
import obligations from '../../fixtures/plan/obligations.json' with { type: 'json' };
import officialItems from '../../fixtures/plan/plan.json' with { type: 'json' };
import { cuibao } from '../../support/command-line.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const Instant = z.iso.datetime({ offset: true }).endsWith('+08:00');
const json = async (...args: string[]): Promise<unknown> => {
  const { code, out, err } = await cuibao([...args, '--json']);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out);
};

test('plan show has the items of the official table and the roster', async () => {
  const Shape = z.strictObject({
    id: z.literal('zhongshan-2017-2020'),
    items: z.array(
      z.strictObject({
        no: z.int(),
        categoryNo: z.int(),
        category: z.string(),
        content: z.string(),
        leads: z.array(z.string()),
        supports: z.array(z.string()),
        schedule: z.string(),
      }),
    ),
    units: z.array(
      z.strictObject({ code: z.string(), name: z.string(), kind: z.string(), class: z.string() }),
    ),
  });
  const shown = Shape.parse(await json('plan', 'show'));
  expect(shown.items).toHaveLength(56);
  expect(shown.items.map(({ no }) => no)).toEqual(officialItems.map(({ no }) => no));
});

test('plan owes says who owes what, in both scopes', async () => {
  const Shape = z.strictObject({
    period: z.string(),
    due: z.iso.date(),
    units: z.array(z.strictObject({ code: z.string(), name: z.string(), items: z.array(z.int()) })),
  });
  const live = Shape.parse(await json('plan', 'owes', '2018h1'));
  expect([live.period, live.due, live.units.length]).toEqual(['2018H1', '2018-07-15', 44]);
  expect(obligations.periods.find(({ period }) => period === '2018H1')?.due).toBe(live.due);
  const all = Shape.parse(await json('plan', 'owes', '2017H2', '--scope', 'all-leads'));
  expect(all.units).toHaveLength(44);
  expect(all.units.filter(({ items }) => items.length === 0)).toHaveLength(1);
});

test('what does not speak in the plan’s words shows a plan whose texts are still too long', async () => {
  const folder = temporaryFolder();
  cpSync(SHIPPED_FOLDER, folder, { recursive: true });
  mkdirSync(path.join(folder, 'texts'), { recursive: true });
  writeFileSync(
    path.join(folder, 'texts', 'reminder.sms.txt'),
    `请报送{{ phone }}${'长'.repeat(80)}`,
  );
  expect(await cuibao(['plan', 'check', folder])).toMatchObject({ code: 1 });
  expect(await cuibao(['plan', 'show', folder])).toMatchObject({ code: 0, err: '' });
  expect(await cuibao(['plan', 'owes', '2018H1', folder])).toMatchObject({ code: 0, err: '' });
});

describe('preview', () => {
  const Shape = z.array(
    z.strictObject({
      at: Instant,
      period: z.string(),
      unit: z.string(),
      unitName: z.string(),
      step: z.string(),
      kind: z.enum([
        'notice',
        'reminder',
        'due',
        'chase',
        'press',
        'supervise',
        'digest',
        'contact-check',
      ]),
      channel: z.enum(['email', 'sms', 'letter', 'slip', 'robot']),
      person: z.string().min(1),
      to: z.string().min(1),
      subject: z.string(),
      text: z.string().min(1),
      parts: z.int().positive(),
    }),
  );

  test('prints the year in the order of its moments, with mobiles masked', async () => {
    const messages = Shape.parse(await json('preview', '2018'));
    expect(new Set(messages.map(({ period }) => period))).toEqual(new Set(['2017H2', '2018H1']));
    const moments = messages.map(({ at }) => at);
    expect(moments).toEqual(moments.toSorted());
    const sms = messages.filter(({ channel }) => channel === 'sms');
    expect(sms.every(({ to }) => /^109\*{4}\d{4}$/.test(to))).toBe(true);
  });

  test('of one period and one unit is its ladder', async () => {
    const messages = Shape.parse(await json('preview', '2018H1', '--unit', '古镇'));
    expect(new Set(messages.map(({ unit }) => unit))).toEqual(new Set(['guzhen']));
    expect(messages[0]).toMatchObject({ kind: 'contact-check', at: '2018-06-14T09:00:00+08:00' });
  });

  test('for reading fits in 100 columns and names every unit', async () => {
    const { code, out } = await cuibao(['preview', '2018H1']);
    expect(code).toBe(0);
    expect(out).toContain('2018-07-17 10:30 星期二  2018H1  催报 短信 43条');
    expect(out.split('\n').filter((line) => widthOf(line) > 100)).toEqual([]);
  });

  test('marks messages of the robot as not sent when no robot is set', async () => {
    const robot = { provider: 'wecom', webhook: 'https://qyapi.weixin.qq.com/x?key=1' };
    const env = { BUREAU_ROBOT: JSON.stringify(robot) };
    const args = ['preview', '2018H1', '--unit', 'jinrongju'];
    const [without, texts, withOne] = await Promise.all([
      cuibao(args),
      cuibao([...args, '--texts']),
      cuibao(args, env),
    ]);
    const note = '（没有设置群机器人的不发）';
    expect(without.out).toContain(`简报 群机器人 1条${note}`);
    expect(texts.out).toContain(`简报  群机器人${note}  市金融局`);
    expect(withOne.out).toContain('简报 群机器人 1条');
    expect(withOne.out).not.toContain(note);
  });
});

test('plan check reports every problem at once with file, line and remedy, and fails', async () => {
  const folder = path.join(temporaryFolder(), 'plan');
  cpSync(SHIPPED_FOLDER, folder, { recursive: true });
  alter(folder, 'contacts.csv', (text) =>
    text.replace('liaison.guzhen@zhongshan.example', 'nobody'),
  );
  alter(folder, 'items.txt', (text) => text.replace('市残联', '市残疾联'));
  const [check, show] = await Promise.all([
    cuibao(['plan', 'check', folder]),
    cuibao(['plan', 'show', folder]),
  ]);
  expect(check.code).toBe(1);
  expect(check.out).toMatch(/items\.txt 第 \d+ 行.*市残疾联/);
  expect(check.out).toMatch(/contacts\.csv 第 \d+ 行.*nobody/);
  expect([show.code, show.out]).toEqual([1, '']);
  expect(show.err).toContain('市残疾联');
});

test.each([
  [['plan', 'owes', '2016H2'], '可用的报送期：2017H2'],
  [['plan', 'owes', '2018-07'], '报送期写作四位年份加 H1（上半年）或 H2（下半年）'],
  [['preview', '2024'], '可用的年度：2018、2019、2020、2021'],
  [['preview', '2018H1', '--unit', '小兰镇'], '是不是“小榄镇”'],
  [['plan', 'check', '/nowhere'], '读不到文件 /nowhere/plan.yaml'],
  [['form', '2017H2', '市编办委'], '是不是“市编办”'],
])('%j is refused with a sentence that says what is allowed', async (args, sentence) => {
  const { code, out, err } = await cuibao(args);
  expect(code).toBe(1);
  expect(out + err).toContain(sentence);
});

const alter = (folder: string, file: string, change: (text: string) => string) => {
  const name = path.join(folder, file);
  const before = readFileSync(name, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(name, after);
};
