import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type FolderProblem, problemLine } from '../../../gateways/plan-folder/folder-problem.ts';
import { SHIPPED_FOLDER, shippedPlan } from '../../../rehearsal/shipped-plan.ts';
import { altered, readAltered, shippedFile } from './altered-folder.ts';

const PLAN = await shippedFile('plan.yaml');
const ITEMS = await shippedFile('items.txt');
const UNITS = await shippedFile('units.csv');
const CONTACTS = await shippedFile('contacts.csv');

test('the official table is in the folder byte for byte', async () => {
  const bytes = await readFile(join(SHIPPED_FOLDER, 'items.txt'));
  expect(bytes).toHaveLength(18_619);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(
    'dcf8407adb27107ee3733e7ebb2f3b3f567b1c8bbaf6486729ed0642b3a9f69c',
  );
});

test('the shipped folder reads without a problem', async () => {
  const { plan, problems } = await readAltered({});
  expect(problems).toEqual([]);
  expect(plan).toEqual(shippedPlan);
  expect(plan).toMatchObject({
    id: 'zhongshan-2017-2020',
    bureau: { unit: 'jinrongju' },
    validFrom: '2017-08-09',
    deadlines: { H1: '07-15', H2: '01-15', time: '24:00', onNonWorkday: 'next' },
    townItems: [52, 53],
  });
});

test('no shipped contact can be reached by accident', () => {
  for (const { email, mobile, phone, role } of shippedPlan.contacts) {
    expect(email).toMatch(/\.example$/);
    if (mobile !== null) expect(mobile).toMatch(/^10\d{9}$/);
    expect(phone).toMatch(/^0760-0\d{7}$/);
    if (role === 'leader' || role === 'head') expect(mobile).toBeNull();
  }
  const addresses = shippedPlan.contacts.flatMap(({ email, mobile }) => [email, mobile]);
  const given = addresses.filter((address) => address !== null);
  expect(new Set(given).size).toBe(given.length);
});

test.each([
  ['with the mark Excel puts in front', (text: string) => `\uFEFF${text}`],
  ['with Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
])('files %s read the same', async (_, alter) => {
  const files = {
    'plan.yaml': alter(PLAN),
    'items.txt': alter(ITEMS),
    'units.csv': alter(UNITS),
    'contacts.csv': alter(CONTACTS),
  };
  expect(await readAltered(files)).toEqual({ plan: shippedPlan, problems: [] });
});

test('contacts saved by Chinese Excel in GB18030 are read', async () => {
  // Bytes, because Node reads GB18030 but cannot write it: a header in Chinese, 市农业局's liaison, an officer.
  const gb = Buffer.from(
    'b5a5cebb2cbdc7c9ab2cd0d5c3fb2cd3cacfe42ccad6bbfa0d0acad0c5a9d2b5bed62cc1aac2e7d4b12cc5a9d2b5bed6c1aac2e7d4b1bcd72c6c696169736f6e407a686f6e677368616e2e6578616d706c652c31303930303030303430310d0acad0bdf0c8dabed62cbeadb0ecc8cb2cbdf0c8dabed6beadb0ecc8cbbcd72c6f666669636572407a686f6e677368616e2e6578616d706c652c0d0a',
    'hex',
  );
  const { problems } = await readAltered({ 'contacts.csv': gb });
  const messages = problems.map(({ message }) => message);
  expect(messages).not.toContainEqual(expect.stringContaining('市农业局'));
  expect(messages).toContainEqual(expect.stringContaining('单位“市财政局”要报送，却没有联络员'));
});

type Case = [string, Record<string, string | null>, Partial<FolderProblem>];

test.each<Case>([
  [
    'a missing file',
    { 'contacts.csv': null },
    {
      file: 'contacts.csv',
      line: null,
      remedy:
        '方案文件夹里要有 plan.yaml、items.txt、units.csv、contacts.csv，请检查路径、文件名和读取权限。',
    },
  ],
  [
    'a town item that is not in the table',
    { 'plan.yaml': altered(PLAN, '[52, 53]', '[52, 57]') },
    { cell: 'townItems[1]', value: '57', message: '任务表里没有第 57 项，最后一项是第 56 项。' },
  ],
  [
    'a bureau that is not in the roster',
    { 'plan.yaml': altered(PLAN, 'unit: jinrongju', 'unit: jinronju') },
    { file: 'plan.yaml', message: '汇总单位的代码“jinronju”不在名册里。' },
  ],
])('it reports %s', async (_, files, problem) => {
  const { plan, problems } = await readAltered(files);
  expect(plan).toBeUndefined();
  expect(problems).toContainEqual(expect.objectContaining(problem));
});

test('the problems of all four files are reported at once', async () => {
  const { plan, problems } = await readAltered({
    'plan.yaml': altered(PLAN, 'onNonWorkday: next', 'onNonWorkday: later'),
    'items.txt': altered(ITEMS, '市委农办', '市委农工办'),
    'units.csv': altered(UNITS, 'guzhen,', 'Guzhen,'),
    'contacts.csv': altered(CONTACTS, 'liaison.caizhengju@zhongshan.example', 'caizhengju'),
  });
  expect(plan).toBeUndefined();
  expect([...new Set(problems.map(({ file }) => file))]).toEqual([
    'plan.yaml',
    'units.csv',
    'items.txt',
    'contacts.csv',
  ]);
});

test('a missing folder is four problems, not an exception', async () => {
  const { problems } = await readAltered({
    'plan.yaml': null,
    'items.txt': null,
    'units.csv': null,
    'contacts.csv': null,
  });
  expect(problems).toHaveLength(4);
});

test('tables may have Chinese headers and words, and columns in another order', async () => {
  const contacts = CONTACTS.replace(
    'unit,role,name,email,mobile,phone',
    '单位,角色,姓名,邮箱,手机,电话',
  )
    .replaceAll(',liaison,', ',联络员,')
    .replaceAll('guzhen,', '古镇,');
  const units = UNITS.replace('code,name,kind,class', '代码,名称,种类,类别').replaceAll(
    ',town,town,',
    ',镇区,镇区,',
  );
  const { plan, problems } = await readAltered({ 'contacts.csv': contacts, 'units.csv': units });
  expect(problems).toEqual([]);
  expect(plan).toEqual(shippedPlan);
});

test('a switched-off unit counts again once its last day is cleared', async () => {
  const { plan } = await readAltered({ 'units.csv': altered(UNITS, '2017-08-08', '') });
  expect(plan?.units.at(-1)).toMatchObject({ name: '翠亨新区', from: null, until: null });
});

test('a problem is one line for the terminal: file, line, cell, sentence, remedy', () => {
  const problem = {
    file: 'contacts.csv',
    line: 12,
    cell: 'email',
    value: 'x',
    message: '邮箱“x”不合格式。',
    remedy: '请改正。',
  };
  expect(problemLine(problem)).toBe('contacts.csv 第 12 行“email”：邮箱“x”不合格式。请改正。');
  expect(problemLine({ ...problem, line: null, cell: null })).toBe(
    'contacts.csv：邮箱“x”不合格式。请改正。',
  );
});
