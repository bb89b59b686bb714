/** Templates of a plan folder: which are accepted, and which are refused before a message is sent. */
import { expect, test } from 'vitest';
import { type FolderProblem, problemLine } from '../../../gateways/plan-folder/folder-problem.ts';
import { shippedTexts } from '../../../gateways/plan-folder/texts.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';
import { altered, readAltered, shippedFile } from './altered-folder.ts';

const zh = shippedTexts('zh');
const PLAN = await shippedFile('plan.yaml');

test('a plan has the shipped texts, in Chinese by default', async () => {
  const { plan } = await readAltered({ 'plan.yaml': altered(PLAN, 'language: zh', '') });
  expect(plan).toEqual(shippedPlan);
  expect(plan).toMatchObject({ language: 'zh', texts: zh });
});

test('a file of the folder replaces one shipped text, the others stay', async () => {
  const own = '{{ please }}{{ when }}报送{{ your_report }}。请致电{{ phone }}\r\n';
  const { plan, problems } = await readAltered({
    'texts/reminder.sms.txt': own,
    'texts/.DS_Store': '',
    'texts/~$reminder.sms.txt': '',
  });
  expect(problems).toEqual([]);
  expect(plan?.texts).toEqual({ ...zh, 'reminder.sms': own.replace('\r\n', '\n') });
});

test('a plan may be in English', async () => {
  const english = altered(PLAN, 'signature: 中山市金融局', 'signature: ZS-Finance');
  const { plan, problems } = await readAltered({
    'plan.yaml': altered(english, 'language: zh', 'language: en'),
  });
  expect(problems).toEqual([]);
  expect(plan?.texts).toEqual(shippedTexts('en'));
});

test('English with a Chinese signature makes long SMS, and the problem says why', async () => {
  const { problems } = await readAltered({
    'plan.yaml': altered(PLAN, 'language: zh', 'language: en'),
  });
  expect(problems[0]?.remedy).toContain('请用英文的短信签名');
});

test('an unknown language is refused with the list of languages', async () => {
  const { problems } = await readAltered({
    'plan.yaml': altered(PLAN, 'language: zh', 'language: fr'),
  });
  expect(problems.map(problemLine)).toEqual([
    expect.stringMatching(/plan\.yaml 第 \d+ 行“language”：.*“fr”.*可用的值：zh、en/),
  ]);
});

const mail = (body: string) => `主题：报送\n\n${body}\n\n电话：{{ phone }}\n`;

type Case = [string, string, string, Partial<FolderProblem>];
test.each<Case>([
  [
    'a variable that there is not, with the nearest one',
    'chase.mail',
    mail('{{ addressees }}：\n\n{{ raport }}'),
    { line: 5, value: 'raport', message: '不认识的变量“raport”。是不是“report”？' },
  ],
  [
    'a variable of another kind',
    'chase.mail',
    mail('{{ last_day }}'),
    { line: 3, value: 'last_day', remedy: expect.stringContaining('可用：bureau、we、phone') },
  ],
  [
    'a part of a list outside of it',
    'chase.mail',
    mail('{% for unit in units %}{{ unit.missing }}{% endfor %}\n{{ unit.missing }}'),
    { line: 4, value: 'unit.missing' },
  ],
  [
    'a part that the list has not',
    'chase.mail',
    mail('{% for unit in units %}{{ unit.closes }}{% endfor %}'),
    { line: 3, value: 'unit.closes', remedy: expect.stringContaining('unit.lead、unit.name') },
  ],
  [
    'a variable in the subject',
    'chase.mail',
    '主题：{{ reports }}\n\n{{ phone }}',
    { line: 1, message: '不认识的变量“reports”。是不是“report”？' },
  ],
  [
    'a filter that there is not',
    'chase.mail',
    mail('{{ report | date: "%Y" }}'),
    { line: 3, message: '不认识的过滤器“date”。' },
  ],
  [
    'a tag that reads other files',
    'chase.mail',
    mail('{% include "notice.mail" %}'),
    { line: 3, message: '标签“include”不能用，或没有与它配对的开头。' },
  ],
  [
    'a condition without its end',
    'chase.mail',
    mail('{% if several %}几个单位'),
    { line: 3, value: '{% if several %}', message: '“{% if several %}”没有写完。' },
  ],
  ['a brace too few', 'chase.mail', mail('{{ report }'), { line: 3 }],
  [
    'full-width braces',
    'chase.mail',
    mail('第一行\n｛｛ report ｝｝'),
    { line: 4, value: '｛', message: expect.stringContaining('半角') },
  ],
  ['no subject', 'chase.mail', '您好：\n\n{{ phone }}', { line: 1, value: '您好：' }],
  [
    'an SMS that is too long in its shortest wording',
    'chase.sms',
    `${'很'.repeat(40)}{{ your_report }}{{ phone }}\n---\n\n${'很'.repeat(63)}`,
    { line: 3, message: expect.stringMatching(/要2条短信/) },
  ],
  ['an SMS with the subject of the plan', 'chase.sms', '请报送普惠金融工作情况', {}],
  [
    'an SMS with a link',
    'chase.sms',
    '请到 zs.gov.cn 填报',
    { message: '短信里有网址“zs.gov.cn”。' },
  ],
  ['an SMS with a mobile', 'chase.sms', '请电13800000000', { message: '短信里有手机号。' }],
  [
    'an SMS with a name',
    'chase.sms',
    '请联系金融局经办人甲',
    { message: '短信里有人名“金融局经办人甲”。' },
  ],
  [
    'an SMS that can be empty',
    'chase.sms',
    '{% if is_request %}请报送{% endif %}',
    { message: '正文是空的。' },
  ],
  [
    'a mail that nobody can answer by telephone',
    'chase.mail',
    '主题：报送\n\n请报送',
    { message: '没有咨询电话。' },
  ],
  [
    'a notice without the warning of secrets',
    'notice.mail',
    mail('请报送'),
    { message: expect.stringContaining('国家秘密') },
  ],
])('refuses %s', async (_, name, text, problem) => {
  const { plan, problems } = await readAltered({ [`texts/${name}.txt`]: text });
  expect(plan).toBeUndefined();
  expect(problems).toContainEqual(
    expect.objectContaining({ file: `texts/${name}.txt`, ...problem }),
  );
});

test('names a file that no text has, with the nearest name', async () => {
  const { problems } = await readAltered({ 'texts/remainder.sms.txt': '请报送' });
  expect(problems.map(problemLine)).toEqual([
    expect.stringMatching(/^texts\/remainder\.sms\.txt：没有叫.*是不是“reminder\.sms\.txt”/),
  ]);
});

test('finds the problems of all files at once', async () => {
  const { problems } = await readAltered({
    'texts/chase.sms.txt': '{{ wrong }}',
    'texts/due.sms.txt': '{{ wrong }}{{ worse }}',
    'contacts.csv': altered(await shippedFile('contacts.csv'), ',liaison,', ',nobody,'),
  });
  expect(problems.map(({ file, value }) => `${file} ${value}`)).toEqual([
    'contacts.csv nobody',
    'texts/due.sms.txt wrong',
    'texts/due.sms.txt worse',
    'texts/chase.sms.txt wrong',
  ]);
});

test('a setting that makes a shipped SMS too long is named with that text', async () => {
  const long = altered(
    PLAN,
    'signature: 中山市金融局',
    `signature: ${'中山市人民政府金融工作局普惠科'}`,
  );
  const phone = altered(long, 'phone: 0760-00000001', 'phone: 0760-00000001-12345');
  const { problems } = await readAltered({ 'plan.yaml': phone });
  expect(problems.map(problemLine).join('\n')).toMatch(
    /texts\/due\.sms\.txt.*最短的写法.*plan\.yaml/,
  );
});
