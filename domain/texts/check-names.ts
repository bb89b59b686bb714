/** Which names a place in a template may use: the variables of its kind, and inside a list those of its entries. */
import { nearest } from '../plan/nearest.ts';
import type { Fault } from './fault.ts';
import type { Variable, Variables } from './messages/spec.ts';

/** For every name that a file gives to entries, the lists they come from. */
export function listsIn(source: string): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  for (const [, entry = '', list = ''] of source.matchAll(/\{%-?\s*for\s+(\w+)\s+in\s+(\w+)/g)) {
    lists.set(entry, [...(lists.get(entry) ?? []), list]);
  }
  return lists;
}

const COUNTER = ['forloop.index', 'forloop.first', 'forloop.last', 'forloop.length'];

/** Null for a name that may stand there. */
export function wrongName(
  path: readonly string[],
  described: Variables,
  lists: ReadonlyMap<string, readonly string[]>,
): Pick<Fault, 'message' | 'remedy'> | null {
  const name = path.join('.');
  const [root = ''] = path;
  const names = Object.keys(described);
  const sizes = names
    .filter((each) => described[each]?.is === 'list')
    .map((each) => `${each}.size`);
  const entries = [...lists].flatMap(([entry, from]) =>
    from.flatMap((list) => fieldsOf(described[list]).map((field) => `${entry}.${field}`)),
  );
  const known = [...names, ...entries, ...(lists.size > 0 ? COUNTER : [])];
  if (known.includes(name) || sizes.includes(name)) return null;
  const near = nearest(known, name);
  const hint = near.length > 0 ? `是不是“${near.join('”“')}”？` : '';
  const ofEntry = entries.filter((each) => each.startsWith(`${root}.`));
  return {
    message: `不认识的变量“${name}”。${hint}`,
    remedy: `可用：${(ofEntry.length > 0 ? ofEntry : names).join('、')}。`,
  };
}

const fieldsOf = (variable: Variable | undefined): string[] =>
  variable?.is === 'list' ? Object.keys(variable.fields) : [];
