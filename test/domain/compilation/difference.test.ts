import { expect, test } from 'vitest';
import { type CompilationInput, compile } from '../../../domain/compilation/compilation.ts';
import { compilationDifference } from '../../../domain/compilation/difference.ts';
import type { Entry } from '../../../domain/compilation/entry.ts';
import { compiledRound } from '../../support/reports/compiled-round.ts';
import { shanghai } from '../../support/time/dates.ts';

const made = (input: CompilationInput) => compile(input, shanghai);

const altered = (unit: string, change: (entry: Entry) => Entry): CompilationInput => ({
  ...compiledRound,
  entries: compiledRound.entries.map((entry) =>
    entry.obligation.unit === unit ? change(entry) : entry,
  ),
});

test('two versions of the same record do not differ', () => {
  const later = { ...compiledRound, version: 2, asOf: compiledRound.asOf };
  expect(compilationDifference(made(compiledRound), made(later))).toEqual({
    added: [],
    changed: [],
    removed: [],
    counts: [],
  });
});

test.each([
  ['progress', '改过的内容'],
  ['problems', '改过的内容'],
  ['nextSteps', '改过的内容'],
  ['figures', [{ name: '涉农贷款余额', value: '12.3', unit: '亿元' }]],
] as const)('a unit whose %s are different is named, and nobody else', (field, changed) => {
  const after = altered('guzhen', (entry) => {
    const { submission } = entry;
    if (submission === null) throw new Error('古镇镇 has reported');
    const [first, ...others] = submission.report.items;
    if (!first) throw new Error('古镇镇 has items');
    const items = [{ ...first, [field]: changed }, ...others];
    return { ...entry, submission: { ...submission, report: { ...submission.report, items } } };
  });
  const difference = compilationDifference(made(compiledRound), made(after));
  const { added, removed, counts } = difference;
  expect(difference.changed.map(({ unitName }) => unitName)).toEqual(['古镇镇']);
  expect([added, removed, counts]).toEqual([[], [], []]);
});

test('a report that arrived is added, in the other direction removed, and the counts change', () => {
  const missing = altered('guzhen', (entry) => ({
    obligation: { ...entry.obligation, state: 'open', firstReceivedAt: null, receivedAt: null },
    submission: null,
  }));
  const came = compilationDifference(made(missing), made(compiledRound));
  expect(came.added.map(({ unit }) => unit)).toEqual(['guzhen']);
  const reported = came.counts.find(({ name }) => name === 'reported');
  expect(reported?.after).toBe((reported?.before ?? 0) + 1);
  const went = compilationDifference(made(compiledRound), made(missing));
  expect(went.removed.map(({ unit }) => unit)).toEqual(['guzhen']);
});

test('the reason of a nil report counts as a text of its unit', () => {
  const nil = altered('guoziwei', (entry) => {
    const { submission } = entry;
    if (submission === null) throw new Error('市国资委 has reported');
    return {
      ...entry,
      submission: { ...submission, report: { ...submission.report, remark: '另一个原因。' } },
    };
  });
  const { changed } = compilationDifference(made(compiledRound), made(nil));
  expect(changed.map(({ unit }) => unit)).toEqual(['guoziwei']);
});
