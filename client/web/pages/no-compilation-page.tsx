/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Round } from '../../../domain/round/round.ts';
import type { Frame } from '../shared/frame.ts';
import { Layout } from '../shared/layout.tsx';
import { longDay, periodName } from '../shared/shown.ts';
import { RoundDeeds } from './round-deeds.tsx';

/** Says when the first one is to be expected. */
export function NoCompilationPage({ frame, round }: { frame: Frame; round: Round }) {
  const { words, language } = frame;
  const first = round.draftAt === null ? round.compileAt : round.draftAt;
  return (
    <Layout
      frame={frame}
      title={`${round.period} ${words.compilation}`}
      here={`/${round.period}/compilations`}
      period={round.period}
    >
      <h1>{`${periodName(language, round.period)} · ${words.compilation}`}</h1>
      <p>{words.noCompilation}</p>
      <RoundDeeds frame={frame} round={round} compilation={null} />
      <dl class="pairs">
        <dt>{round.draftAt === null ? words.dates.compile : words.dates.draft}</dt>
        <dd>{`${longDay(language, frame.rules.zone.dayOf(first))} ${frame.rules.zone.timeOf(first)}`}</dd>
        <dt>{words.dates.compile}</dt>
        <dd>{longDay(language, round.compileOn)}</dd>
      </dl>
    </Layout>
  );
}
