/** What the bureau may read in the morning: a full day of every kind, and one on which nothing is left to say. */

import { count, type Obligation } from '../../obligation/obligation.ts';
import type { StepKind } from '../../plan/policy.ts';
import { type MorningTopic, NEWS_KINDS, type News, WAITING_KINDS } from '../../round/morning.ts';
import type { SampleRound } from '../messages/situations.ts';

export function morningTopics({ dates }: SampleRound, all: readonly Obligation[]): MorningTopic[] {
  const { due, compileAt, compileOn } = dates;
  const counts = count(all, compileAt);
  const names = all.map(({ unitName }) => unitName);
  const few = names.slice(0, 2);
  const units = few.map((unitName, index) => ({
    unitName,
    late: index === 0,
    on: index === 0 ? compileOn : null,
  }));
  const missing = names.map((unitName, index) => ({
    unitName,
    isOverdue: index % 2 === 0,
    isReturned: index === 1,
    until: index === 1 ? compileOn : null,
    promisedOn: index === 0 ? compileOn : null,
  }));
  const full = {
    kind: 'morning' as const,
    due,
    dueCount: 3,
    counts,
    news: NEWS_KINDS.map((kind): News => ({ kind, units })),
    missing,
    failed: few,
    waiting: WAITING_KINDS.map((kind) => ({ kind, number: 2 })),
    today: STEPS.map((kind) => ({ kind, at: compileAt, units: 3 })),
    workdaysToCompile: 7,
  };
  const nothing = { news: [], failed: [], waiting: [], today: [], workdaysToCompile: 0 };
  return [
    { ...full, dueCount: -3 },
    full,
    { ...full, ...nothing, dueCount: 0 },
    { ...full, ...nothing, missing: [], counts: { ...counts, missing: 0 } },
  ];
}

const STEPS: readonly StepKind[] = ['notice', 'reminder', 'due', 'chase', 'press', 'supervise'];
