/** Where two versions of a report say something else, word by word. */
import { diffWordsWithSpace } from 'diff';
import { figuresText } from '../../../domain/obligation/figures.ts';
import type { Report } from '../../../domain/obligation/submission.ts';
import type { Words } from '../shared/language.ts';

export type Part = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string };
export type Difference = { readonly name: string; readonly parts: readonly Part[] };

/** Only the fields that differ, in the order of the form. */
export function differencesOf(from: Report, to: Report, words: Words): Difference[] {
  const before = fieldsOf(from, words);
  const after = fieldsOf(to, words);
  const names = [...new Set([...after.keys(), ...before.keys()])];
  return names.flatMap((name) => {
    const [old, now] = [before.get(name) ?? '', after.get(name) ?? ''];
    return old === now ? [] : [{ name, parts: partsOf(old, now) }];
  });
}

// Chinese has no blanks between words; the segmenter of the language finds them.
const SEGMENTER = new Intl.Segmenter('zh-CN', { granularity: 'word' });

const partsOf = (old: string, now: string): Part[] =>
  diffWordsWithSpace(old, now, { intlSegmenter: SEGMENTER }).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));

function fieldsOf(report: Report, words: Words): Map<string, string> {
  const rows = report.items.flatMap(({ no, ...item }) => {
    const of = (part: string) => `${words.itemHeading(no)} ${part}`;
    return [
      [of(words.itemStatus), item.status],
      [of(words.itemProgress), item.progress],
      [of(words.mainFigures), figuresText(item.figures)],
      [of(words.problems), item.problems],
      [of(words.nextSteps), item.nextSteps],
    ] as const;
  });
  return new Map<string, string>([
    ...rows,
    [words.nil, report.nil ? '✓' : ''],
    [words.remark, report.remark],
    [words.preparedBy, `${report.preparedBy} ${report.phone}`],
    [words.reviewedBy, report.reviewedBy],
    [words.signedBy, report.signedBy],
  ]);
}
