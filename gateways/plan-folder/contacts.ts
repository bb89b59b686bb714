/** contacts.csv: the contacts of the units, with their addresses. */

import { CONTACT_ROLE } from '../../domain/field-words.ts';
import { isEmail, isMobile, isPhone } from '../../domain/people/addresses.ts';
import { MAY_BE_SEVERAL } from '../../domain/people/roles.ts';
import { nearest } from '../../domain/plan/nearest.ts';
import type { Contact, Unit } from '../../domain/plan/plan.ts';
import { namesOf, unitNamed } from '../../domain/plan/roster.ts';
import { allowedWords, type Columns, type CsvRow, csvRows, wordFor } from './csv-rows.ts';
import type { ReportProblem } from './folder-problem.ts';

type Column = 'unit' | 'role' | 'name' | 'email' | 'mobile' | 'phone';

const COLUMNS: Columns<Column> = {
  unit: ['单位', '单位代码', '单位名称'],
  role: ['角色', '身份'],
  name: ['姓名'],
  email: ['邮箱', '电子邮箱', '邮件'],
  mobile: ['手机', '手机号', '手机号码'],
  phone: ['电话', '固定电话', '办公电话', '座机'],
};

const FORMATS = {
  email: { is: isEmail, like: 'name@example.gov.cn' },
  mobile: { is: isMobile, like: '11 位手机号；示例用 10 开头的空号' },
  phone: { is: isPhone, like: '0760-88888888，分机写作 0760-88888888-123' },
} as const;

/** Contacts with their unit's code, and the line of each. The file may name a unit by code, name or alias. */
export function readContacts(
  text: string,
  units: readonly Unit[],
  report: ReportProblem,
): { contact: Contact; line: number }[] {
  const rows =
    csvRows<Column>(text, COLUMNS, ['unit', 'role', 'name', 'email', 'mobile'], report) ?? [];
  const contacts = rows.flatMap((row) => {
    const contact = readContact(row, units, report);
    return contact ? [{ contact, line: row.line }] : [];
  });
  checkRepeated(contacts, report);
  return contacts;
}

function readContact(
  { line, cells }: CsvRow<Column>,
  units: readonly Unit[],
  report: ReportProblem,
): Contact | undefined {
  const unit = unitNamed({ units }, cells.unit);
  const role = wordFor(CONTACT_ROLE, cells.role);
  if (!unit) {
    const near = nearest(units.flatMap(namesOf), cells.unit);
    report(
      { line, cell: 'unit', value: cells.unit },
      `名册里没有单位“${cells.unit}”。${near.length > 0 ? `是不是“${near.join('”“')}”？` : ''}`,
      '请填 units.csv 里的代码、名称或别名。',
    );
  }
  if (!role) {
    const at = { line, cell: 'role', value: cells.role };
    report(at, `角色“${cells.role}”不认识。`, `可填：${allowedWords(CONTACT_ROLE)}。`);
  }
  if (cells.name === '') {
    report({ line, cell: 'name' }, '联系人没有姓名。', '请填上姓名。');
  }
  checkAddresses(line, cells, report);
  if (!unit || !role) return undefined;
  return {
    unit: unit.code,
    role,
    name: cells.name,
    email: cells.email || null,
    mobile: cells.mobile || null,
    phone: cells.phone || null,
  };
}

function checkAddresses(line: number, cells: CsvRow<Column>['cells'], report: ReportProblem): void {
  for (const cell of ['email', 'mobile', 'phone'] as const) {
    const value = cells[cell];
    if (value === '' || FORMATS[cell].is(value)) continue;
    report(
      { line, cell, value },
      `${COLUMNS[cell][0]}“${value}”不合格式；应为 ${FORMATS[cell].like}。`,
      remedyFor(cell, value),
    );
  }
  if (cells.email === '' && cells.mobile === '') {
    report(
      { line, cell: 'email', value: cells.name },
      `联系人“${cells.name}”既没有邮箱也没有手机，什么都送不到。`,
      '请至少填一项，或删去这一行。',
    );
  }
}

/** A role of a unit is one person, except for the bureau's officers. */
function checkRepeated(
  rows: readonly { contact: Contact; line: number }[],
  report: ReportProblem,
): void {
  const lines = new Map<string, number>();
  for (const { contact, line } of rows) {
    const key = `${contact.unit} ${contact.role}`;
    const first = lines.get(key);
    if (first !== undefined && !MAY_BE_SEVERAL.includes(contact.role)) {
      report(
        { line, cell: 'role', value: contact.name },
        `单位 ${contact.unit} 的${CONTACT_ROLE[contact.role]}已在第 ${first} 行填了一位，只能有一位。`,
        '请删去其中一行，或改填为备用联络员。',
      );
    }
    lines.set(key, first ?? line);
  }
}

type Cell = 'email' | 'mobile' | 'phone';

/** What to do about a value that the cell may not hold. */
function remedyFor(cell: Cell, value: string): string {
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

/** The remedy for a value that belongs into another column. */
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
