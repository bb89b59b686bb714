/** What stands in the fields of the form, as text: while it is typed, saved as a draft, and on its way to a report. */
import { itemField } from '../../../domain/report/item-problems.ts';
import {
  type ItemReport,
  type ItemStatus,
  type Report,
  STATUSES,
} from '../../../domain/submission.ts';

/** By the name of the field; what is not there is empty. */
export type ReportValues = Readonly<Record<string, string>>;

const PEOPLE = ['preparedBy', 'phone', 'reviewedBy', 'signedBy'] as const;
const PARTS = ['status', 'progress', 'problems', 'nextSteps'] as const;

/** Only fields of this form, whatever else was sent; far longer than any limit they are cut, to be refused as too long. */
export function reportValues(
  sent: Readonly<Record<string, unknown>>,
  numbers: readonly number[],
): ReportValues {
  const names = [
    'nil',
    'remark',
    'declaration',
    ...PEOPLE,
    ...numbers.flatMap((no) => PARTS.map((part) => itemField(no, part))),
  ];
  return Object.fromEntries(
    names.map((name) => {
      const value = sent[name];
      return [name, typeof value === 'string' ? storable(value).slice(0, LONGEST) : ''];
    }),
  );
}

/** @param optional numbers of rows that count only when something was chosen or typed in them */
export function reportOf(
  values: ReportValues,
  required: readonly number[],
  optional: readonly number[],
): Report {
  const nil = values['nil'] === 'yes';
  const rows = [...required, ...optional.filter((no) => isUsed(values, no))];
  return {
    nil,
    items: nil ? [] : rows.map((no) => itemOf(values, no)),
    remark: textOf(values, 'remark'),
    preparedBy: textOf(values, 'preparedBy'),
    phone: textOf(values, 'phone'),
    reviewedBy: textOf(values, 'reviewedBy'),
    signedBy: textOf(values, 'signedBy'),
    declaration: values['declaration'] === 'yes',
  };
}

/** To go on from. The declaration is left out: it is made anew every time. */
export function valuesFrom(report: Report): ReportValues {
  const { nil, items, remark, preparedBy, phone, reviewedBy, signedBy } = report;
  const people = { preparedBy, phone, reviewedBy, signedBy };
  return {
    nil: nil ? 'yes' : '',
    remark,
    ...people,
    ...Object.assign({}, ...items.map(rowValues)),
  };
}

export const rowValues = (item: ItemReport): ReportValues =>
  Object.fromEntries(PARTS.map((part) => [itemField(item.no, part), item[part]]));

const LONGEST = 5000;

/** Without what no database holds, as some programs leave it in the clipboard: NUL, halves of characters. */
const storable = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replaceAll('\0', '')
    .replace(/\p{Cs}/gu, '');

const textOf = (values: ReportValues, name: string): string => (values[name] ?? '').trim();

const isUsed = (values: ReportValues, no: number): boolean =>
  PARTS.some((part) => textOf(values, itemField(no, part)) !== '');

function itemOf(values: ReportValues, no: number): ItemReport {
  const status = textOf(values, itemField(no, 'status'));
  return {
    no,
    status: STATUSES.find((one) => one === status) ?? (status as ItemStatus),
    progress: textOf(values, itemField(no, 'progress')),
    problems: textOf(values, itemField(no, 'problems')),
    nextSteps: textOf(values, itemField(no, 'nextSteps')),
  };
}
