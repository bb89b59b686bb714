/** Wrong usage of the command line, and missing services. */
import { expect, test } from 'vitest';
import { cuibao } from '../../support/command-line.ts';

test.each([
  [['board'], '缺少参数 <period>'],
  [['bord'], '没有命令 bord。是不是 board？'],
  [['board', '2018H1', '--jsn'], '没有选项 --jsn'],
  [['accept', '2018H1', '古镇镇', '--version', 'two'], '应为正整数'],
  [['extend', '2018H1', '古镇镇', '--until', '2018-07-25'], '缺少选项 --reason <text>'],
  [
    [
      'record',
      '2018H1',
      '古镇镇',
      'x.json',
      '--way',
      'fax',
      '--received-at',
      'x',
      '--evidence',
      'y',
    ],
    '可用的值：oa, mail, paper, messenger, other',
  ],
])('%j is wrong usage: exit code 2 and the help in Chinese', async (args, sentence) => {
  const { code, out, err } = await cuibao(args);
  expect(err).toContain(sentence);
  expect(err).toContain('用法：');
  expect([code, out]).toEqual([2, '']);
});

test('help ends with exit code 0 and names every subcommand of the contract', async () => {
  const { code, out } = await cuibao(['--help']);
  expect(code).toBe(0);
  const commands = [...out.matchAll(/^ {2}([a-z-]+) /gm)].map((found) => found[1]);
  const contract =
    'plan year preview board show form submit record withdraw return accept extend waive confirm call remind ' +
    'tasks release dismiss compile sign-off reopen rehearse doctor migrate welcome';
  expect(commands).toEqual(expect.arrayContaining(contract.split(' ')));
});

test('without a database the sentence says how to start one', async () => {
  const { code, err } = await cuibao(['board', '2018H1']);
  expect(code).toBe(1);
  expect(err).toContain('请先运行 npm start，或设置 DATABASE_URL');
});

test('an unreachable database is named', async () => {
  const env = { DATABASE_URL: 'postgres://127.0.0.1:1/nothing' };
  const { code, err } = await cuibao(['confirm', '2018H1', '古镇镇'], env);
  expect(code).toBe(1);
  expect(err).toContain('数据库连接不上（Postgres）；本次操作没有生效');
});

test('every wrong setting is named at once', async () => {
  const { code, err } = await cuibao(['board', '2018H1'], { DATABASE_URL: 'x', WEB_PORT: 'y' });
  expect(code).toBe(1);
  expect(err).toMatch(/DATABASE_URL：.*WEB_PORT：/s);
});
