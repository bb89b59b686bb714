/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { NewestCompilation, Round } from '../../../domain/round/round.ts';
import { type RoundDeed, roundOffers } from '../acts/offers.ts';
import { ROUND_ACTS } from '../acts/round-acts.tsx';
import { type Frame, mayHere } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';

type RoundDeedsProps = {
  readonly frame: Frame;
  readonly round: Round;
  /** The newest version. */
  readonly compilation: NewestCompilation | null;
};

/** What the visitor may do with the round as a whole, each a link to its form. */
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
