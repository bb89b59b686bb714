/** docs/texts.md knows every text and every variable; `WRITE_DOCS=1` writes its tables anew. */
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { TEXT_NAMES, type TextName } from '../../domain/plan/text-names.ts';
import { checkTemplate } from '../../domain/texts/check-template.ts';
import { read, root, section } from './files.ts';
import { variableTables } from './variable-tables.ts';

const PAGE = 'docs/texts.md';
const HEADING = '\n## 变量表 Variables\n\n';

const { WRITE_DOCS } = process.env;
if (WRITE_DOCS === '1') {
  const [before = ''] = read(PAGE).split(HEADING);
  writeFileSync(`${root}${PAGE}`, `${before}${HEADING}${variableTables()}\n`);
}

test('the tables of variables are those of the program', () => {
  const [, tables] = read(PAGE).split(HEADING);
  expect(tables).toBe(`${variableTables()}\n`);
});

test('every text has its line, and no line is of a text that there is not', () => {
  const named = [...section(read(PAGE), '## 有哪些文本').matchAll(/^\| `([\w.-]+)\.txt` \|/gm)];
  expect(named.map(([, name]) => name)).toEqual([...TEXT_NAMES]);
});

test('the examples are templates without a fault', () => {
  const examples = [...read(PAGE).matchAll(/```liquid ([\w.-]+)\.txt\n(.*?)```/gs)];
  expect(examples.length).toBeGreaterThan(1);
  for (const [, name, source = ''] of examples) {
    expect(checkTemplate(source, name as TextName), name).toEqual([]);
  }
});
