import { expect, test } from 'vitest';
import { chineseNumeral } from '../../../gateways/chinese-numerals.ts';
import { altered } from './altered-folder.ts';
import { EXPECTED, read, TABLE } from './items-table.ts';

test('the table as issued reads exactly as expected', () => {
  expect(read(TABLE)).toEqual({ items: EXPECTED, problems: [] });
});

test.each<[string, (text: string) => string]>([
  ['Windows line ends', (text) => text.replaceAll('\n', '\r\n')],
  ['old Macintosh line ends', (text) => text.replaceAll('\n', '\r')],
  ['more blank lines', (text) => text.replaceAll('\n', '\n\n\n')],
  ['no blank lines', (text) => text.replaceAll(/\n( *\n)+/g, '\n')],
  ['no last line end', (text) => text.trimEnd()],
  ['line ends after the last row', (text) => `${text.trimEnd()}\n\n\n`],
  ['spaces around cells', (text) => text.replaceAll(/\t(.*)/g, '\t  $1 \u3000')],
  ['spaces in front of tabs', (text) => text.replaceAll('\t', '  \t')],
  [
    'spaces after separators',
    (text) => text.replaceAll('市财政局、市国资委', '市财政局、 市国资委'),
  ],
  ['wrapped cells joined', (text) => text.replaceAll('、\n\n', '、')],
  ['other wraps, in the middle of a name too', (text) => text.replaceAll('中山银', '中山\n银')],
  ['wrapped content', (text) => text.replaceAll('，', '，\n')],
  ['plain full stops after numbers', (text) => text.replaceAll(/\t(\d+)．/g, '\t$1. ')],
  ['full-width item numbers', (text) => text.replaceAll(/\t\d+(?=．)/g, fullWidth)],
  ['Arabic category numbers', (text) => text.replaceAll(/\t([一二三四五六七八九十]+)、/g, arabic)],
  ['every category written out', categoriesWrittenOut],
  ['other words above the table', (text) => altered(text, '附件\n', '附件2：\n（草案）\n')],
])('with %s it reads the same', (_, alter) => {
  const text = alter(TABLE);
  expect(text).not.toBe(TABLE);
  expect(read(text)).toEqual({ items: EXPECTED, problems: [] });
});

test('a row may be added at the end and removed from it', () => {
  const more = `${TABLE}\n\n\t二十二、附则\n\t57．本方案自印发之日起施行。\n\t市金融局\n\t各镇区、古镇\n\t2020年\n`;
  expect(read(more).items.at(-1)).toEqual({
    no: 57,
    categoryNo: 22,
    category: '附则',
    content: '本方案自印发之日起施行。',
    leads: ['市金融局'],
    supports: ['各镇区', '古镇'],
    schedule: '2020年',
  });
  expect(read(more).problems).toEqual([]);
  const fewer = TABLE.slice(0, TABLE.indexOf('\t\n\t56．'));
  expect(read(fewer)).toEqual({ items: EXPECTED.slice(0, 55), problems: [] });
});

test('years may be joined by other dashes, and stay as written', () => {
  const { items, problems } = read(altered(TABLE, '\t2017-2020年', '\t2017—2020年'));
  expect(items[0]?.schedule).toBe('2017—2020年');
  expect(problems).toEqual([]);
});

function fullWidth(digits: string): string {
  return digits.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function arabic(_: string, numeral: string): string {
  const value = Array.from({ length: 99 }, (_, index) => index + 1).find(
    (number) => chineseNumeral(number) === numeral,
  );
  return `\t${value}、`;
}

/** Blank category cells filled, as when the merged cell of the original was split. */
function categoriesWrittenOut(text: string): string {
  let index = -1;
  return text.replaceAll(/\n\t.*\n(?=\t\d+．)/g, () => {
    index += 1;
    const item = EXPECTED[index];
    return item ? `\n\t${chineseNumeral(item.categoryNo)}、${item.category}\n` : '';
  });
}
