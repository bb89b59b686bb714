/** Which lines of which templates change, for the person who imports them. */
import { TEXT_NAMES, type Texts } from './plan/text-names.ts';

type Changed = {
  readonly about: 'text';
  readonly change: 'added' | 'changed';
  readonly sentence: string;
};

/** One sentence for each template; a plan from before there were templates has none. */
export const textsDifference = (before: Partial<Texts>, after: Texts): Changed[] =>
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

/** What lies between the lines that both begin with and the lines that both end with. */
function changedLines(before: string, after: string): string {
  const old = before.split('\n');
  const now = after.split('\n');
  const start = sameAtStart(old, now);
  const end = sameAtStart(old.slice(start).toReversed(), now.slice(start).toReversed());
  const of = (lines: readonly string[]) => lines.slice(start, lines.length - end).join('⏎');
  return `第 ${start + 1} 行起 ${shownLines(of(old))} → ${shownLines(of(now))}。`;
}

function sameAtStart(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((line, index) => line !== other[index]);
  return differs === -1 ? Math.min(one.length, other.length) : differs;
}

const shownLines = (text: string): string => (text === '' ? '（空）' : `“${text}”`);
