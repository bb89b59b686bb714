/** Numbers in front of a category (一、) or a work item (1．). */

const DIGITS = '〇一二三四五六七八九';

/** 1 to 99 from Chinese numerals (二十一), or ASCII or full-width digits. Undefined for anything else. */
export function numeralValue(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim();
  if (/^\d{1,3}$/.test(plain)) return Number(plain);
  const found = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(plain);
  if (!found || plain === '') return undefined;
  const [, first = '', ten = '', last = ''] = found;
  if (ten === '') return first !== '' && last !== '' ? undefined : digit(first || last);
  return (first === '' ? 1 : digit(first)) * 10 + (last === '' ? 0 : digit(last));
}

/** 1 to 99 in Chinese numerals. */
export function chineseNumeral(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10 === 0 ? '' : DIGITS.charAt(value % 10);
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : DIGITS.charAt(tens)}十${ones}`;
}

const digit = (char: string): number => DIGITS.indexOf(char);
