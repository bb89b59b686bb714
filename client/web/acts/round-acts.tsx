/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import {
  isStale,
  type NewestCompilation,
  type Round,
  type RoundAct,
} from '../../../domain/round/round.ts';
import { day } from '../../../domain/time/time.ts';
import { newestCompilation } from '../../../store/read/compilations.ts';
import { readRound } from '../../../store/read/rounds.ts';
import type { Deps } from '../deps.ts';
import { type Frame, mayHere } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { dateTime, dueText, longDay } from '../shared/shown.ts';
import { type ActFacts, type FactLine, followsOf } from './act-facts.tsx';
import type { ActForm, Field, Values } from './act-form.ts';
import { type RoundDeed, roundOffers } from './offers.ts';

type RoundDeedsProps = {
  readonly frame: Frame;
  readonly round: Round;
  readonly compilation: NewestCompilation | null;
};

/** The acts on a round that the visitor may do, each a link to its form. */
export function RoundDeeds({ frame, round, compilation }: RoundDeedsProps) {
  const { words, language } = frame;
  const query = (deed: RoundDeed): Record<string, string> =>
    deed === 'sign-off' && compilation ? { version: String(compilation.version) } : {};
  const offered = roundOffers(round)
    .filter((deed) => mayHere(frame, ROUND_ACTS[deed].need))
    .filter((deed) => deed !== 'sign-off' || compilation !== null);
  if (offered.length === 0) return null;
  return (
    <p class="actions round-deeds">
      {offered.map((deed) => (
        <a
          class="button small"
          href={linkTo(`/${round.period}/acts/${deed}`, language, query(deed))}
        >
          {words.roundActs[deed]}
        </a>
      ))}
    </p>
  );
}

type Kind = Exclude<RoundAct['kind'], 'open'>;

const reason: Field = { name: 'reason', kind: 'text', most: 500 };

export const ROUND_ACTS: { readonly [K in Kind]: ActForm<RoundAct> } = {
  compile: { need: 'work on round', fields: [], act: () => ({ kind: 'compile' }) },
  'sign-off': {
    need: 'sign off',
    fields: [{ name: 'version', kind: 'hidden' }],
    judges: true,
    act: ({ version }) => ({ kind: 'sign-off', version: Number(version) }),
  },
  reopen: {
    need: 'sign off',
    fields: [reason],
    judges: true,
    act: (v) => ({ kind: 'reopen', reason: v.reason ?? '' }),
  },
  'move-date': {
    need: 'sign off',
    fields: [{ name: 'to', kind: 'day' }, reason],
    judges: true,
    act: (v) => ({ kind: 'move-date', to: day(v.to ?? ''), reason: v.reason ?? '' }),
  },
  pause: {
    need: 'work on round',
    fields: [reason],
    act: (v) => ({ kind: 'pause', reason: v.reason ?? '' }),
  },
  resume: { need: 'work on round', fields: [], act: () => ({ kind: 'resume' }) },
  cancel: {
    need: 'administer',
    fields: [reason],
    judges: true,
    act: (v) => ({ kind: 'cancel', reason: v.reason ?? '' }),
  },
};

/** What to check before an act on a round. */
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
