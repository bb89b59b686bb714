/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { compilationDifference } from '../../../domain/compilation/difference.ts';
import { isStale, type Round } from '../../../domain/round/round.ts';
import type { CompilationPage as Data } from '../../../store/read/compilations.ts';
import { RoundDeeds } from '../acts/round-acts.tsx';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { dateTime, longDay, periodName } from '../shared/shown.ts';
import { CompilationBody, CompilationLists, CompilationSupplements } from './compilation-text.tsx';

type Props = { readonly frame: Frame; readonly page: Data };

/** One version of the bureau's report, with the data of its Word file. */
export function CompilationPage({ frame, page }: Props) {
  const { words } = frame;
  const { round, compiled, data } = page;
  const path = `/${round.period}/compilations/${compiled.version}`;
  return (
    <Layout frame={frame} title={data.title} here={path} period={round.period}>
      <h1>
        {data.title}{' '}
        <span class="badge">{`${words.version}${compiled.version}${words.versionEnd}`}</span>
        {compiled.draft && <span class="badge">{words.draft}</span>}
        <Freshness frame={frame} page={page} />
      </h1>
      <p class="more">
        <a href={`${path}.docx`}>{words.downloadWord}</a>
        <a href={`${path}.json`}>{words.downloadJson}</a>
      </p>
      <RoundDeeds frame={frame} round={round} compilation={page.versions.at(-1) ?? null} />
      <Versions frame={frame} page={page} />
      <CompilationChanges frame={frame} page={page} />
      <CompilationSupplements frame={frame} page={page} />
      <CompilationBody words={words} data={data} />
      <CompilationLists words={words} data={data} />
    </Layout>
  );
}

function Freshness({ frame: { words }, page: { round, compiled, versions } }: Props) {
  const isNewest = versions.at(-1)?.version === compiled.version;
  if (round.signedOffVersion === compiled.version) {
    return <span class="badge">{words.signedOff}</span>;
  }
  if (isNewest && !isStale(round, compiled)) return <span class="badge">{words.fresh}</span>;
  return isNewest ? <span class="badge bad">{words.stale}</span> : null;
}

const Versions = ({ frame, page: { versions, round, compiled } }: Props) => (
  <ul class="versions">
    {versions.map((one) => (
      <li>
        <a
          href={linkTo(`/${round.period}/compilations/${one.version}`, frame.language)}
          aria-current={one.version === compiled.version ? 'page' : undefined}
        >
          {`${frame.words.version}${one.version}${frame.words.versionEnd}`}
        </a>{' '}
        {`${frame.words.madeAt} ${dateTime(frame, one.madeAt)} · ${one.reason} · ${frame.words.outstanding} ${one.outstanding}`}
      </li>
    ))}
  </ul>
);

type ChangesProps = { readonly frame: Frame; readonly page: Data };

/** Units whose texts are new, changed or gone since an earlier version, and the counts that changed. */
function CompilationChanges({ frame, page }: ChangesProps) {
  const { words } = frame;
  const { earlier, data, round } = page;
  if (earlier === null) return null;
  const { added, changed, removed, counts } = compilationDifference(earlier.data, data);
  const isSame = added.length + changed.length + removed.length + counts.length === 0;
  return (
    <section class="changes">
      <h2>{words.changesSince(earlier.version)}</h2>
      <Against frame={frame} page={page} />
      {isSame ? (
        <p>{words.nothingChanged}</p>
      ) : (
        <dl class="pairs">
          <Units frame={frame} period={round.period} name={words.addedTexts} units={added} />
          <Units frame={frame} period={round.period} name={words.changedTexts} units={changed} />
          <Units frame={frame} period={round.period} name={words.removedTexts} units={removed} />
          {counts.length > 0 && (
            <>
              <dt>{words.changedCounts}</dt>
              <dd>
                {counts
                  .map(({ name, before, after }) => `${words.counts[name]} ${before} → ${after}`)
                  .join(words.comma)}
              </dd>
            </>
          )}
        </dl>
      )}
    </section>
  );
}

type UnitsProps = {
  readonly frame: Frame;
  readonly period: string;
  readonly name: string;
  readonly units: readonly { readonly unit: string; readonly unitName: string }[];
};

const Units = ({ frame, period, name, units }: UnitsProps) =>
  units.length === 0 ? null : (
    <>
      <dt>{`${name}（${units.length}）`}</dt>
      <dd class="names">
        {units.map(({ unit, unitName }) => (
          <a href={linkTo(`/${period}/${unit}`, frame.language)}>{unitName}</a>
        ))}
      </dd>
    </>
  );

/** Links to other versions to compare with, if there are several. */
function Against({ frame, page: { versions, compiled, earlier, round } }: ChangesProps) {
  const { words, language } = frame;
  const earlierOnes = versions.filter(({ version }) => version < compiled.version);
  if (earlierOnes.length < 2) return null;
  return (
    <p class="filter">
      {earlierOnes.map(({ version }) => (
        <a
          href={linkTo(`/${round.period}/compilations/${compiled.version}`, language, {
            against: String(version),
          })}
          aria-current={version === earlier?.version ? 'true' : undefined}
        >
          {words.compareWith(version)}
        </a>
      ))}
    </p>
  );
}

/** Says when the first version is due. */
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
