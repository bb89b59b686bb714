import { expect, test } from 'vitest';
import type { FolderProblem } from '../../../gateways/plan-folder/folder-problem.ts';
import { altered, readAltered, shippedFile } from './altered-folder.ts';

const CONTACTS = await shippedFile('contacts.csv');

type Case = [string, Record<string, string | null>, Partial<FolderProblem>];

test.each<Case>([
  [
    'a contact without address',
    { 'contacts.csv': altered(CONTACTS, 'liaison.guzhen@zhongshan.example,10900003201,', ',,') },
    {
      file: 'contacts.csv',
      line: lineOf(CONTACTS, 'guzhen,liaison'),
      value: '古镇镇联络员甲',
      message: '联系人“古镇镇联络员甲”既没有邮箱也没有手机，什么都送不到。',
      remedy: '请至少填一项，或删去这一行。',
    },
  ],
  [
    'a mobile that is none',
    { 'contacts.csv': altered(CONTACTS, '10900003201', '1090000320') },
    {
      line: lineOf(CONTACTS, 'guzhen,liaison'),
      cell: 'mobile',
      value: '1090000320',
      message: expect.stringContaining('手机“1090000320”不合格式'),
    },
  ],
  [
    'a mobile that Excel turned into a power of ten',
    { 'contacts.csv': altered(CONTACTS, '10900003201', '1.09E+10') },
    { value: '1.09E+10', remedy: '表格软件把号码变成了科学计数；请把该列设为文本后重新填写。' },
  ],
  [
    'an e-mail address that is none',
    { 'contacts.csv': altered(CONTACTS, 'liaison.guzhen@zhongshan.example', '古镇镇邮箱') },
    { cell: 'email', value: '古镇镇邮箱', message: expect.stringContaining('邮箱“古镇镇邮箱”') },
  ],
  [
    'a mobile in full-width digits',
    { 'contacts.csv': altered(CONTACTS, '10900003201', '１０９００００３２０１') },
    {
      line: lineOf(CONTACTS, 'guzhen,liaison'),
      value: '１０９００００３２０１',
      remedy: '有全角字符、空格或看不见的字符；请改为“10900003201”。',
    },
  ],
  [
    'a mailbox with a space that nobody sees behind it',
    {
      'contacts.csv': altered(
        CONTACTS,
        'liaison.guzhen@zhongshan.example',
        '"liaison.guzhen@zhongshan.example\u3000"',
      ),
    },
    { cell: 'email', remedy: expect.stringContaining('请改为“liaison.guzhen@zhongshan.example”') },
  ],
  [
    'a mobile with spaces in it',
    { 'contacts.csv': altered(CONTACTS, '10900003201', '109 0000 3201') },
    { value: '109 0000 3201', remedy: expect.stringContaining('请改为“10900003201”') },
  ],
  [
    'a landline given as mobile',
    { 'contacts.csv': altered(CONTACTS, '10900003201', '0760-88888888') },
    { cell: 'mobile', value: '0760-88888888', remedy: '这是座机；请填到“电话”一列。' },
  ],
  [
    'a landline without its area code given as mobile',
    { 'contacts.csv': altered(CONTACTS, '10900003201', '88888888') },
    { cell: 'mobile', remedy: expect.stringContaining('没有区号的座机') },
  ],
  [
    'a mobile given as mailbox',
    { 'contacts.csv': altered(CONTACTS, 'liaison.guzhen@zhongshan.example', '10900003201') },
    { cell: 'email', remedy: '这是手机号；请填到“手机”一列。' },
  ],
  [
    'two addresses in one cell',
    { 'contacts.csv': altered(CONTACTS, '10900003201', '10900003201；10900003299') },
    {
      cell: 'mobile',
      value: '10900003201；10900003299',
      remedy: expect.stringContaining('一格只能填一个'),
    },
  ],
  [
    'a contact of an unknown unit',
    { 'contacts.csv': altered(CONTACTS, 'guzhen,deputy', 'guzhenzhen,deputy') },
    { cell: 'unit', message: expect.stringContaining('名册里没有单位“guzhenzhen”') },
  ],
  [
    'an unknown role',
    { 'contacts.csv': altered(CONTACTS, 'guzhen,deputy', 'guzhen,boss') },
    { cell: 'role', value: 'boss', remedy: expect.stringContaining('leader（分管领导）') },
  ],
  [
    'two liaisons of one unit',
    { 'contacts.csv': altered(CONTACTS, 'guzhen,deputy', 'guzhen,liaison') },
    {
      line: lineOf(CONTACTS, 'guzhen,deputy'),
      message: `单位 guzhen 的联络员已在第 ${lineOf(CONTACTS, 'guzhen,liaison')} 行填了一位，只能有一位。`,
    },
  ],
  [
    'a unit that owes a report and has no liaison',
    { 'contacts.csv': altered(CONTACTS, /guzhen,liaison.*\n/, '') },
    { message: '单位“古镇镇”要报送，却没有联络员，通知和提醒送不到。' },
  ],
  [
    'a bureau without an officer',
    { 'contacts.csv': CONTACTS.replaceAll(/jinrongju,officer.*\n/g, '') },
    { message: '汇总单位 jinrongju 没有经办人，需要人工办理的事没有人收到。' },
  ],
  [
    'an officer of another unit',
    { 'contacts.csv': altered(CONTACTS, 'guzhen,head', 'guzhen,officer') },
    { message: expect.stringContaining('这个角色只属于汇总单位 jinrongju') },
  ],
  [
    'a missing column',
    { 'contacts.csv': altered(CONTACTS, 'unit,role,name,email', 'unit,role,name,备注') },
    { message: '缺少列“email”。' },
  ],
  [
    'a quote that never ends',
    { 'contacts.csv': altered(CONTACTS, 'guzhen,liaison,', 'guzhen,liaison,"') },
    { message: 'CSV 格式有误，多半是双引号没有成对。' },
  ],
])('it reports %s', async (_, files, problem) => {
  const { plan, problems } = await readAltered(files);
  expect(plan).toBeUndefined();
  expect(problems).toContainEqual(expect.objectContaining(problem));
});

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}
