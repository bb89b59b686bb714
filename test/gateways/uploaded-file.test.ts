import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { formXlsx } from '../../gateways/documents/form-xlsx.ts';
import { checkFile } from '../../gateways/uploaded-file.ts';
import { formFor } from '../support/reports/form.ts';
import { signedReport } from '../support/reports/reports.ts';

const PDF = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n');
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const EXE = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);

test.each([
  ['台账.pdf', PDF, 'application/pdf'],
  ['截图.PNG', PNG, 'image/png'],
])('%s is accepted with its type', async (name, content, type) => {
  expect(await checkFile(name, content)).toEqual({ name, type });
});

test('an Excel form of the product is accepted', async () => {
  const checked = await checkFile('报送表.xlsx', await formXlsx(formFor('guzhen', signedReport)));
  expect(checked).toMatchObject({ type: expect.stringContaining('spreadsheetml') });
});

test.each([
  ['a program that calls itself a PDF', '病毒.pdf', EXE, '不是可接收的种类'],
  ['a web page', '页面.html', Buffer.from('<html><script>alert(1)</script>'), '不是可接收的种类'],
  ['a picture that calls itself a document', '图.docx', PNG, '与文件名的后缀不符'],
  [
    'any other archive',
    '包.zip',
    Buffer.from(zipSync({ 'a.txt': strToU8('x') })),
    '不是可接收的种类',
  ],
  ['nothing at all', '空.pdf', Buffer.alloc(0), '是空文件'],
  ['too much', '大.pdf', Buffer.concat([PDF, Buffer.alloc(20 * 1024 * 1024)]), '超过20 MB'],
])('%s is refused, by name', async (_what, name, content, sentence) => {
  const refused = await checkFile(name, content);
  expect(refused).toContain(sentence);
  expect(refused).toContain(name);
});

test.each([
  ['../../etc/passwd.pdf', 'passwd.pdf'],
  ['D:\\甲\\台账.pdf', '台账.pdf'],
  ['a\u202Efdp.exe.pdf', 'afdp.exe.pdf'],
  ['"><script>.pdf', 'script.pdf'],
  [`${'长'.repeat(200)}.pdf`, `${'长'.repeat(96)}.pdf`],
])('the name %j is kept as %j', async (sent, kept) => {
  expect(await checkFile(sent, PDF)).toMatchObject({ name: kept });
});
