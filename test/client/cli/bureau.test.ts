/** Commands of the bureau and the administrator, against a real database. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { widthOf } from '../../../client/cli/terminal/width.ts';
import { counterOf, Instant } from '../../support/command-line.ts';
import { ROUND } from '../../support/people/cast.ts';
import { type OpenRound, openInJuly } from '../../support/record/opened-round.ts';

let round: OpenRound;
let at: ReturnType<typeof counterOf>;
beforeAll(async () => {
  round = await openInJuly();
  at = counterOf(round);
});
afterAll(() => round.database.drop());

test('a held letter is a task with a short number, by which it is released once', async () => {
  const key = `${ROUND}/tanzhou#1#press-3#leader#letter`;
  const content = {
    title: '催办函',
    addressee: '坦洲镇',
    paragraphs: ['请报送。'],
    signature: '市金融局',
    date: '2018年7月17日',
  };
  await round.database.pool.query(
    `insert into delivery (key, round, obligation, cycle, step, kind, slot, channel, state, at, not_after, content)
     values ($1, $2, $3, 1, 'press-3', 'press', 'leader', 'letter', 'held', now(), now(), $4)`,
    [key, ROUND, `${ROUND}/tanzhou`, JSON.stringify(content)],
  );
  await round.database.pool.query(
    `insert into task (id, round, obligation, delivery, kind, text, since) values ('t', $1, $2, $3, 'release', '审发', now())`,
    [ROUND, `${ROUND}/tanzhou`, key],
  );
  const tasks = z
    .array(
      z.strictObject({
        number: z.string().nullable(),
        period: z.string(),
        unit: z.string().nullable(),
        unitName: z.string().nullable(),
        kind: z.string(),
        delivery: z.string().nullable(),
        text: z.string(),
        since: Instant,
      }),
    )
    .parse(await at.json('tasks', '2018H1'));
  expect(tasks).toHaveLength(1);
  const number = tasks[0]?.number ?? '';
  expect(await at.done('release', number)).toContain('已审发');
  await at.refused('没有编号为', 'release', number);
  await at.refused('该文稿已处理', 'dismiss', key, '--reason', '误');
  expect(await at.done('tasks')).toBe('没有待办。\n');
}, 90_000);

test('acts of the bureau are recorded with the given name', async () => {
  const on = ['2018H1', '黄圃镇', '--as', '王科员'];
  await Promise.all([
    at.done('confirm', ...on),
    at.done('call', ...on, '--who', '李主任', '--answer', '本周报', '--promised', '2018-07-20'),
    at.done('note', ...on, '--text', '联络员休假'),
    at.done('remind', ...on),
    at.done('waive', '2018H1', '市残联', '--reason', '职责划转'),
    at.done('extend', '2018H1', '民众镇', '--until', '2018-07-25', '--reason', '人员变动'),
  ]);
  const { commands } = z
    .object({
      commands: z.array(z.object({ kind: z.string(), actor: z.object({ name: z.string() }) })),
    })
    .parse(await at.json('show', '2018H1', '黄圃镇'));
  expect(commands.map(({ kind }) => kind).toSorted()).toEqual([
    'call',
    'confirm',
    'note',
    'remind',
  ]);
  expect(new Set(commands.map(({ actor }) => actor.name))).toEqual(new Set(['王科员']));
  expect(await at.onBoard('minzhong')).toMatchObject({ due: '2018-07-25', overdue: false });
  expect(await at.onBoard('canlian')).toMatchObject({ state: 'waived' });
}, 90_000);

test('an import that changes nothing says so; the schema is up to date', async () => {
  const [again, migrated] = await Promise.all([at.done('plan', 'import'), at.done('migrate')]);
  expect(again).toContain('没有变化');
  expect(migrated).toBe('数据库结构已是最新。\n');
}, 60_000);

test('the doctor names problems and fails', async () => {
  const { code, out } = await at.run('doctor', '--json');
  expect(code).toBe(1);
  const { ok, checks } = z
    .strictObject({
      ok: z.boolean(),
      checks: z.array(
        z.strictObject({
          name: z.string(),
          level: z.enum(['ok', 'warning', 'failed']),
          message: z.string(),
        }),
      ),
    })
    .parse(JSON.parse(out));
  expect(ok).toBe(false);
  const level = (name: string) => checks.find((check) => check.name === name)?.level;
  expect(['数据库', '数据库结构', '时钟', '审计链', '工作日历'].map(level)).toEqual(
    Array.from({ length: 5 }, () => 'ok'),
  );
  expect([level('Temporal'), level('节点')]).toEqual(['failed', 'failed']);
}, 60_000);

test('board, history and welcome fit in 100 columns', async () => {
  const pages = await Promise.all([
    at.done('board', '2018H1'),
    at.done('show', '2018H1', '东区'),
    at.done('welcome'),
  ]);
  expect(pages[0]).toContain('应报44 = 已报');
  expect(pages[2]).toContain('npm run -s cuibao -- form 2018H1');
  const long = pages
    .slice(0, 2)
    .join('\n')
    .split('\n')
    .filter((line) => widthOf(line) > 100);
  expect(long).toEqual([]);
  const said = await at.done('group-text', '2018H1');
  expect(said).toMatch(/^【中山市金融局】各单位：2018年上半年工作情况/);
  expect(said).not.toContain('http');
  const { text } = z.object({ text: z.string() }).parse(await at.json('group-text', '2018H1'));
  expect(text).toBe(said.trimEnd());
}, 60_000);
