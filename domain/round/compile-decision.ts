/** When the bureau's report is compiled automatically (docs/rules.md, rule 13). */

import type { Instant } from '../time/time.ts';
import { isStale, type NewestCompilation, type Round } from './round.ts';

export type CompileReason = '全部报齐' | '汇总日' | '初稿' | '内容有变' | '人工汇总';

type Facts = Pick<
  Round,
  'outstanding' | 'compileWanted' | 'reportSeq' | 'draftAt' | 'compileAt' | 'due'
>;

/** Why a version has to be made now; null when none has. */
export function compileReason(
  round: Facts,
  newest: NewestCompilation | null,
  asOf: Instant,
): CompileReason | null {
  if (round.compileWanted) return '人工汇总';
  const complete = round.outstanding === 0;
  if (newest === null) return firstVersion(round, complete, asOf);
  if (complete && newest.draft) return '全部报齐';
  if (isStale(round, newest)) return '内容有变';
  const dayHasCome = round.compileAt <= asOf && newest.madeAt < round.compileAt;
  return dayHasCome && newest.draft ? '汇总日' : null;
}

function firstVersion(round: Facts, complete: boolean, asOf: Instant): CompileReason | null {
  if (complete) return '全部报齐';
  if (round.compileAt <= asOf) return '汇总日';
  return round.draftAt !== null && round.draftAt <= asOf ? '初稿' : null;
}

/** The next moment at which compileReason may change by time alone. */
export function nextCompileMoment(round: Facts, asOf: Instant): Instant | null {
  const coming = [round.draftAt, round.compileAt].filter(
    (at): at is Instant => at !== null && at > asOf,
  );
  return coming.length === 0 ? null : (Math.min(...coming) as Instant);
}
