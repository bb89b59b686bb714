import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { wordsIn } from '../../../client/web/shared/language.ts';
import { join } from '../../../client/web/shared/word-table.ts';

const WEB = new URL('../../../client/web/', import.meta.url);
const FILES = readdirSync(WEB, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /(^|\/)words\.ts$/.test(file),
);

test('the words of every subject reach the pages', async () => {
  expect(FILES.length).toBeGreaterThan(20);
  const names = await Promise.all(
    FILES.map(async (file) => {
      const tables = Object.values(await import(new URL(file, WEB).href));
      return tables.flatMap((table) => Object.keys(table as object));
    }),
  );
  expect(Object.keys(wordsIn('zh')).toSorted()).toEqual(names.flat().toSorted());
});

test('a name in two tables does not compile', () => {
  const twice = { kept: { zh: '已存', en: 'kept' } };
  join([twice, { other: { zh: '其他', en: 'other' } }]);
  // @ts-expect-error: in two tables: kept
  join([twice, { kept: { zh: '已留', en: 'kept' } }]);
});

test('English words hold no Chinese', () => {
  const chinese = textsOf(wordsIn('en')).filter(
    ([name, text]) => /\p{Script=Han}/u.test(text) && !MAY_BE_CHINESE.includes(name),
  );
  expect(chinese).toEqual([]);
});

/** The switch of languages, and a hint that quotes the choices of a work item, which are Chinese. */
const MAY_BE_CHINESE = ['other', 'optionalHint'];

/** Every text, functions with numbers in their gaps; a group's texts have the name of the group. */
function textsOf(words: object): [name: string, text: string][] {
  const parts = (said: unknown): string[] => {
    if (typeof said === 'string') return [said];
    if (typeof said === 'function') return parts(said('1', '2', '3'));
    return typeof said === 'object' && said !== null ? Object.values(said).flatMap(parts) : [];
  };
  return Object.entries(words).flatMap(([name, said]) =>
    parts(said).map((text): [string, string] => [name, text]),
  );
}
