import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WorkItem } from '../../../domain/plan/plan.ts';
import { INSTITUTIONS } from '../../../domain/plan/roster.ts';
import { chineseNumeral } from '../../../gateways/chinese-numerals.ts';
import { NAMES, read } from './items-table.ts';

test('any items, written as a table, are read back', () => {
  const word = fc
    .array(fc.constantFrom(...Array.from('推动农村金融服务“三”，。；％（）AM8')), {
      minLength: 1,
      maxLength: 30,
    })
    .map((chars) => `甲${chars.join('')}`);
  const units = (names: readonly string[], minLength: number) =>
    fc.uniqueArray(fc.constantFrom(...names), { minLength, maxLength: 6 });
  const all = [...NAMES];
  const row = fc.record({
    opensCategory: fc.boolean(),
    category: word,
    content: word,
    leads: units(
      all.filter((name) => name !== INSTITUTIONS),
      1,
    ),
    supports: units(all, 0),
    schedule: fc.constantFrom('2017-2020年', '2018年', '长期'),
  });
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 60 }),
      fc.infiniteStream(fc.nat(3)),
      (rows, wraps) => {
        const items = numbered(rows);
        expect(read(rendered(items, wraps))).toEqual({ items, problems: [] });
      },
    ),
    { numRuns: 100 },
  );
});

type Loose = Omit<WorkItem, 'no' | 'categoryNo'> & { readonly opensCategory: boolean };

function numbered(rows: readonly Loose[]): WorkItem[] {
  let category = { categoryNo: 0, category: '' };
  return rows.map(({ opensCategory, ...row }, index) => {
    if ((opensCategory || index === 0) && category.categoryNo < 99) {
      category = { categoryNo: category.categoryNo + 1, category: row.category };
    }
    return { ...row, ...category, no: index + 1 };
  });
}

/** A table in the official layout; `wraps` decides where cells are wrapped. */
function rendered(items: readonly WorkItem[], wraps: Iterator<number>): string {
  const wrap = (text: string) =>
    text.replaceAll(/[、，]/g, (mark) => mark + '\n'.repeat(wraps.next().value ?? 0));
  const rows = items.map(
    ({ no, categoryNo, category, content, leads, supports, schedule }, index) => {
      const opens = items[index - 1]?.categoryNo !== categoryNo;
      const cells = [
        opens ? `${chineseNumeral(categoryNo)}、${category}` : '',
        `${no}．${content}`,
        leads.join('、'),
        supports.join('、'),
        schedule,
      ];
      return cells.map((cell) => `\t${wrap(cell)}`).join('\n');
    },
  );
  const header = ['分类', '工作内容', '牵头部门', '支持部门', '时间安排'].map(
    (cell) => `\t${cell}`,
  );
  return `附件\n\n${[header.join('\n'), ...rows].join('\n\n')}\n `;
}
