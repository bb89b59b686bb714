/** What is wrong with an address in a cell, as far as it can be told, and what to do. */
import { isEmail, isMobile, isPhone } from '../../domain/addresses.ts';

type Cell = 'email' | 'mobile' | 'phone';

/** @param value not what the cell should hold */
export function remedyFor(cell: Cell, value: string): string {
  if (/E\+/i.test(value)) return '表格软件把号码变成了科学计数；请把该列设为文本后重新填写。';
  if (isSeveral(value)) {
    return '一格只能填一个；请只留常用的一个，另一个填到备用联络员那一行。';
  }
  const plain = value.normalize('NFKC').replaceAll(/[\s\u200b-\u200d\ufeff]/g, '');
  if (plain !== value && IS[cell](plain)) {
    return `有全角字符、空格或看不见的字符；请改为“${plain}”。`;
  }
  return elsewhere(cell, plain) ?? '请改正或留空。';
}

function isSeveral(value: string): boolean {
  const parts = value.split(/[;；,，、/|\s]+/).filter((part) => part !== '');
  return parts.length > 1 && parts.every(isSomeAddress);
}

/** Right, but in another column. */
function elsewhere(cell: Cell, plain: string): string | null {
  if (cell === 'mobile' && isPhone(plain)) return '这是座机；请填到“电话”一列。';
  if (cell === 'mobile' && /^\d{7,8}$/.test(plain)) {
    return '这是没有区号的座机；请连同区号填到“电话”一列。';
  }
  if (cell !== 'mobile' && isMobile(plain)) return '这是手机号；请填到“手机”一列。';
  return cell !== 'email' && isEmail(plain) ? '这是邮箱；请填到“邮箱”一列。' : null;
}

const IS = { email: isEmail, mobile: isMobile, phone: isPhone } as const;

const isSomeAddress = (text: string): boolean =>
  Object.values(IS).some((is) => is(text.normalize('NFKC')));
