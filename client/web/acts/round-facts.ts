/** What somebody sees before doing something with a whole round. */
import { isStale } from '../../../domain/round/round.ts';
import { newestCompilation } from '../../../store/read/compilations.ts';
import { readRound } from '../../../store/read/rounds.ts';
import type { Deps } from '../deps.ts';
import { dueText } from '../due-text.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { dateTime, longDay } from '../shared/shown.ts';
import { type ActFacts, type FactLine, followsOf } from './act-facts.ts';
import type { Values } from './act-form.ts';

export async function roundFacts(
  deps: Deps,
  frame: Frame,
  which: { readonly round: string; readonly kind: string; readonly values: Values },
): Promise<ActFacts> {
  const { words, language } = frame;
  const round = await readRound(deps.pool, which.round);
  const newest = await newestCompilation(deps.pool, round.id);
  const stale = newest !== null && isStale(round, newest);
  const version: FactLine[] =
    newest === null
      ? [{ name: words.compilation, value: words.none }]
      : [
          {
            name: words.compilation,
            value: `${words.version}${newest.version}${words.versionEnd} · ${dateTime(frame, newest.madeAt)} · ${stale ? words.staleNow : words.freshNow}`,
            href: linkTo(`/${round.period}/compilations/${newest.version}`, language),
            isBad: stale && which.kind === 'sign-off',
          },
        ];
  const wanted = which.values.version;
  const older = which.kind === 'sign-off' && wanted && wanted !== String(newest?.version ?? '');
  return {
    lines: [
      { name: words.phase, value: words.phases[round.phase] },
      { name: words.presentDue, value: dueText(frame, round.due) },
      { name: words.compileDay, value: longDay(language, round.compileOn) },
      { name: words.stillMissing, value: words.units(round.outstanding) },
      ...version,
      ...(older
        ? [{ name: words.signOffVersion, value: words.olderVersion(wanted), isBad: true }]
        : []),
    ],
    texts: [],
    follows: followsOf(frame, which.kind),
  };
}
