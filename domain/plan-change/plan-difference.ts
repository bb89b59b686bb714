/** What changes when one version of a plan replaces another; shown before an import. */

import { CONTACT_ROLE } from '../field-words.ts';
import { maskMobile } from '../people/masked.ts';
import type { Contact, Plan, Unit, WorkItem } from '../plan/plan.ts';
import { TEXT_NAMES, type Texts } from '../plan/text-names.ts';

export type Difference = {
  readonly about: 'settings' | 'text' | 'item' | 'unit' | 'contact';
  readonly change: 'added' | 'removed' | 'changed';
  /** With mobiles masked. */
  readonly sentence: string;
};

/** Settings, texts, items, units and contacts, each in the order of the newer plan. */
export function planDifference(before: Plan, after: Plan): Difference[] {
  const nameOf = nameIn([...after.units, ...before.units]);
  return [
    ...settingsDifference(before, after),
    ...textsDifference(before.texts ?? {}, after.texts),
    ...listDifference(ITEM, before.items, after.items),
    ...listDifference(UNIT, before.units, after.units),
    ...listDifference(contactKind(nameOf), numbered(before.contacts), numbered(after.contacts)),
  ];
}

function settingsDifference(before: Plan, after: Plan): Difference[] {
  const old = leaves(settingsOf(before));
  const now = leaves(settingsOf(after));
  return [...new Set([...now.keys(), ...old.keys()])]
    .filter((path) => old.get(path) !== now.get(path))
    .map((path) => ({
      about: 'settings',
      change: !old.has(path) ? 'added' : !now.has(path) ? 'removed' : 'changed',
      sentence: `设置 ${path}：${shown(old.get(path))} → ${shown(now.get(path))}。`,
    }));
}

/** The key of one kind of row, its name in a sentence, and the values to compare. */
type Kind<Row> = {
  readonly about: Difference['about'];
  readonly key: (row: Row) => string;
  readonly title: (row: Row) => string;
  readonly fields: readonly (readonly [name: string, value: (row: Row) => string])[];
};

const ITEM: Kind<WorkItem> = {
  about: 'item',
  key: ({ no }) => String(no),
  title: ({ no }) => `第 ${no} 项`,
  fields: [
    ['分类', ({ categoryNo, category }) => `${categoryNo} ${category}`],
    ['工作内容', ({ content }) => content],
    ['牵头部门', ({ leads }) => leads.join('、')],
    ['支持部门', ({ supports }) => supports.join('、')],
    ['时间安排', ({ schedule }) => schedule],
  ],
};

const UNIT: Kind<Unit> = {
  about: 'unit',
  key: ({ code }) => code,
  title: ({ name, code }) => `单位“${name}”（${code}）`,
  fields: [
    ['名称', ({ name }) => name],
    ['种类', ({ kind }) => kind],
    ['类别', (unit) => unit.class],
    ['别名', ({ aliases }) => aliases.join('、')],
    ['称呼', ({ addressee }) => addressee],
    ['启用日期', ({ from }) => from ?? ''],
    ['停用日期', ({ until }) => until ?? ''],
    ['接替单位', ({ successor }) => successor ?? ''],
    ['科室', ({ desk }) => desk ?? ''],
  ],
};

type NumberedContact = Contact & { readonly place: number };

const contactKind = (nameOf: (code: string) => string): Kind<NumberedContact> => ({
  about: 'contact',
  key: ({ unit, role, place }) => `${unit} ${role} ${place}`,
  title: ({ unit, role, place }) =>
    `联系人 ${nameOf(unit)}${CONTACT_ROLE[role]}${place > 1 ? `（第 ${place} 位）` : ''}`,
  fields: [
    ['姓名', ({ name }) => name],
    ['邮箱', ({ email }) => email ?? ''],
    ['手机', ({ mobile }) => mobile ?? ''],
    ['电话', ({ phone }) => phone ?? ''],
  ],
});

function listDifference<Row>(
  kind: Kind<Row>,
  before: readonly Row[],
  after: readonly Row[],
): Difference[] {
  const old = new Map(before.map((row) => [kind.key(row), row]));
  const now = new Map(after.map((row) => [kind.key(row), row]));
  const { about } = kind;
  return [
    ...after.flatMap((row): Difference[] => {
      const previous = old.get(kind.key(row));
      if (previous === undefined) {
        return [{ about, change: 'added', sentence: `新增${kind.title(row)}。` }];
      }
      const changes = kind.fields
        .filter(([, value]) => value(previous) !== value(row))
        .map(([name, value]) => changeOf(name, value(previous), value(row)));
      if (changes.length === 0) return [];
      return [
        { about, change: 'changed', sentence: `${kind.title(row)}：${changes.join('；')}。` },
      ];
    }),
    ...before
      .filter((row) => !now.has(kind.key(row)))
      .map((row) => ({ about, change: 'removed' as const, sentence: `删去${kind.title(row)}。` })),
    ...orderDifference(kind, before, after),
  ];
}

/** The order matters: lists and reports follow it. */
function orderDifference<Row>(
  { about, key }: Kind<Row>,
  before: readonly Row[],
  after: readonly Row[],
): Difference[] {
  const old = before.map(key);
  const now = after.map(key);
  const kept = (keys: readonly string[], among: readonly string[]) => {
    const known = new Set(among);
    return keys.filter((each) => known.has(each)).join('\n');
  };
  if (about === 'contact' || kept(old, now) === kept(now, old)) return [];
  return [
    { about, change: 'changed', sentence: `${about === 'unit' ? '单位' : '事项'}的次序有变。` },
  ];
}

const changeOf = (name: string, before: string, after: string): string =>
  name === '手机'
    ? mobileChange(maskMobile(before), maskMobile(after))
    : `${name} ${shown(before)} → ${shown(after)}`;

const mobileChange = (before: string, after: string): string =>
  `手机 ${shown(before)} → ${shown(after)}${before === after ? '（中间几位有改动）' : ''}`;

const shown = (value: string | undefined): string =>
  value === undefined || value === '' ? '（空）' : `“${value}”`;

/** Numbers the contacts of one unit and role by their place in the file. */
function numbered(contacts: readonly Contact[]): NumberedContact[] {
  const counts = new Map<string, number>();
  return contacts.map((contact) => {
    const key = `${contact.unit} ${contact.role}`;
    const place = (counts.get(key) ?? 0) + 1;
    counts.set(key, place);
    return { ...contact, place };
  });
}

/** @param units for one code in both plans the first counts */
function nameIn(units: readonly Unit[]): (code: string) => string {
  const names = new Map(units.toReversed().map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}

const settingsOf = ({
  texts: _texts,
  items: _items,
  units: _units,
  contacts: _contacts,
  ...settings
}: Plan) => settings;

/** Every value by its path, e.g. `policy.steps[2].at`. */
function leaves(value: unknown, path = ''): Map<string, string> {
  if (typeof value !== 'object' || value === null) return new Map([[path, String(value)]]);
  const step = (key: string) =>
    Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
  return new Map(Object.entries(value).flatMap(([key, inner]) => [...leaves(inner, step(key))]));
}

type Changed = {
  readonly about: 'text';
  readonly change: 'added' | 'changed';
  readonly sentence: string;
};

/** One sentence for each changed template. Plans imported by early versions have no templates. */
const textsDifference = (before: Partial<Texts>, after: Texts): Changed[] =>
  TEXT_NAMES.flatMap((name): Changed[] => {
    const old = before[name];
    const now = after[name];
    if (old === now) return [];
    if (old === undefined)
      return [{ about: 'text', change: 'added', sentence: `新增文本 ${name}。` }];
    return [
      { about: 'text', change: 'changed', sentence: `文本 ${name}：${changedLines(old, now)}` },
    ];
  });

/** The lines between the common beginning and the common end. */
function changedLines(before: string, after: string): string {
  const old = before.split('\n');
  const now = after.split('\n');
  const start = sameAtStart(old, now);
  const end = sameAtStart(old.slice(start).toReversed(), now.slice(start).toReversed());
  const of = (lines: readonly string[]) => lines.slice(start, lines.length - end).join('⏎');
  return `第 ${start + 1} 行起 ${shown(of(old))} → ${shown(of(now))}。`;
}

function sameAtStart(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((line, index) => line !== other[index]);
  return differs === -1 ? Math.min(one.length, other.length) : differs;
}
