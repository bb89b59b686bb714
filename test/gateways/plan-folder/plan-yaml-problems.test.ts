/** The problems of an altered plan.yaml, with their lines. */

import { expect, test } from 'vitest';
import { type FolderProblem, reportInto } from '../../../gateways/plan-folder/folder-problem.ts';
import { readPlanYaml } from '../../../gateways/plan-folder/plan-yaml.ts';
import { altered, shippedFile } from './altered-folder.ts';

const PLAN_YAML = await shippedFile('plan.yaml');

function readSettings(text: string) {
  const problems: FolderProblem[] = [];
  const settings = readPlanYaml(text, reportInto(problems, 'plan.yaml'));
  return { settings, problems };
}

const lineOf = (part: string): number =>
  PLAN_YAML.slice(0, PLAN_YAML.indexOf(part)).split('\n').length;

test.each<[string, string | RegExp, string, Partial<FolderProblem>]>([
  [
    'a setting nobody knows',
    'zone:',
    'timezone:',
    {
      line: lineOf('zone:'),
      cell: 'timezone',
      message: '不认识的设置“timezone”。',
      remedy: '请删去，或改正拼写。',
    },
  ],
  [
    'a setting that is missing',
    /zone:.*\n/,
    '',
    { cell: 'zone', message: '缺少设置“zone”。', remedy: '请补上；应为文字。' },
  ],
  [
    'a word that is not allowed',
    'onNonWorkday: next',
    'onNonWorkday: later',
    {
      line: lineOf('onNonWorkday: next'),
      cell: 'deadlines.onNonWorkday',
      value: 'later',
      message: '设置“deadlines.onNonWorkday”的值是“later”，不合要求。',
      remedy: '可用的值：keep、next、previous。',
    },
  ],
  [
    'a number where words belong',
    'subject: 普惠金融工作',
    'subject: 12',
    { cell: 'subject', value: '12', remedy: '应为文字。' },
  ],
  [
    'a day that does not exist',
    'validFrom: 2017-08-09',
    'validFrom: 2017-02-29',
    { cell: 'validFrom', value: '2017-02-29', remedy: expect.stringContaining('2017-08-09') },
  ],
  [
    'a plan that ends before it begins',
    'validTo: 2020-12-31',
    'validTo: 2017-01-01',
    { cell: 'validTo', message: '方案止于 2017-01-01，不晚于起始日 2017-08-09。' },
  ],
  [
    'a zone that does not exist',
    'Asia/Shanghai',
    'Asia/Zhongshan',
    { cell: 'zone', value: 'Asia/Zhongshan', remedy: '应为时区名，例如 Asia/Shanghai。' },
  ],
  [
    'a due day outside the half-year that follows',
    'H1: 07-15',
    'H1: 06-15',
    { cell: 'deadlines.H1', value: '06-15', remedy: '应写成月-日，在 07-01 至 12-31 之间。' },
  ],
  [
    'an hour that does not exist',
    'at: 10:30',
    'at: 25:30',
    { line: lineOf('at: 10:30'), cell: 'policy.steps[4].at', value: '25:30' },
  ],
  [
    'a step outside the send window',
    'at: 10:30',
    'at: 12:00',
    {
      line: lineOf('at: 10:30'),
      cell: 'policy.steps[4].at',
      value: '12:00',
      message: '时刻 12:00 不在发送时段 08:30–12:00、14:30–17:30 内。',
    },
  ],
  [
    'a question to liaisons that does not come before the notice',
    'contactCheck: { days: -20, at: 09:00 }',
    'contactCheck: { days: -15, at: 09:00 }',
    { cell: 'policy.contactCheck.days', value: '-15' },
  ],
  [
    'a call list outside the send window',
    'callListAt: 14:30',
    'callListAt: 13:00',
    { cell: 'policy.callListAt', value: '13:00' },
  ],
  [
    'a morning digest outside the send window',
    'digestAt: 08:40',
    'digestAt: 07:50',
    { cell: 'policy.digestAt', value: '07:50' },
  ],
  [
    'windows that overlap',
    'from: 14:30',
    'from: 11:30',
    {
      cell: 'policy.window[1]',
      message: '发送时段 11:30–17:30 与前一时段 08:30–12:00 重叠或次序颠倒。',
    },
  ],
  [
    'a window that ends before it begins',
    'from: 14:30',
    'from: 18:30',
    { cell: 'policy.window[1]', message: '发送时段 18:30–17:30 的起点不早于终点。' },
  ],
  [
    'an SMS to a leader',
    'slot: leader, channels: [letter]',
    'slot: leader, channels: [letter, sms]',
    {
      cell: 'policy.steps[5].to[1].channels',
      value: 'sms',
      message: '对象 leader 不能用渠道 sms；可用：email、letter。',
    },
  ],
  [
    'a letter that would leave without release',
    'channels: [letter], release: held',
    'channels: [letter], release: automatic',
    {
      cell: 'policy.steps[5].to[1].release',
      message: '给领导的信息、催办函和督办单须经人工放行。',
    },
  ],
  [
    'a reminder after the due date',
    'days: -1\n',
    'days: 1\n',
    { cell: 'policy.steps[2].days', value: '1', message: expect.stringContaining('截止日之前') },
  ],
  [
    'steps out of order',
    'days: 5\n',
    'days: 2\n',
    {
      cell: 'policy.steps[6]',
      message: '节点 supervise（2 天，09:00）不晚于前一个节点 press（3 天，09:00）。',
    },
  ],
  [
    'a draft that is not before the compile date',
    'draftAfterWorkdays: 5',
    'draftAfterWorkdays: 10',
    {
      cell: 'policy.compile.draftAfterWorkdays',
      message: '初稿（T+10）不早于汇总日（T+10）。',
    },
  ],
  [
    'a class without a rule',
    /court:.*\n/,
    '\n',
    { cell: 'policy.classes.court', message: '缺少设置“policy.classes.court”。' },
  ],
  [
    'a signature with brackets',
    'signature: 中山市金融局',
    'signature: 【金融局】',
    { cell: 'bureau.signature', remedy: '2 至 18 个字，不带括号和空格。' },
  ],
  [
    'the same setting twice',
    'zone: Asia/Shanghai',
    'zone: Asia/Shanghai\nzone: Asia/Shanghai',
    { line: lineOf('zone:') + 1, message: expect.stringContaining('YAML 写法有误') },
  ],
  ['broken indentation', '  H1:', '\tH1:', { message: expect.stringContaining('YAML 写法有误') }],
])('it reports %s', (_, old, now, problem) => {
  const { settings, problems } = readSettings(altered(PLAN_YAML, old, now));
  expect(settings).toBeUndefined();
  expect(problems).toContainEqual(expect.objectContaining({ file: 'plan.yaml', ...problem }));
});

test('an empty file is a problem, not an exception', () => {
  expect(readSettings('').problems).toMatchObject([{ cell: '全文', remedy: '应为一组设置。' }]);
});

test('several wrong values are reported at once', () => {
  let text = altered(PLAN_YAML, 'scope: live-items', 'scope: some');
  text = altered(text, 'release: held', 'release: maybe');
  text = altered(text, 'afterWorkdays: 10', 'afterWorkdays: ten');
  expect(readSettings(text).problems.map(({ cell }) => cell)).toEqual([
    'scope',
    'policy.steps[5].to[1].release',
    'policy.compile.afterWorkdays',
  ]);
});
