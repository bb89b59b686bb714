/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { isStale } from '../../../domain/round/round.ts';
import type { CompilationPage as Data } from '../../../store/web-pages/compilation.ts';
import { CompilationChanges } from '../pages/compilation-changes.tsx';
import { CompilationLists } from '../pages/compilation-lists.tsx';
import { CompilationSupplements } from '../pages/compilation-supplements.tsx';
import { RoundDeeds } from '../pages/round-deeds.tsx';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { dateTime } from '../shared/shown.ts';
import { CompilationBody } from './compilation-text.tsx';

type Props = { readonly frame: Frame; readonly page: Data };

/** One version of the bureau's report: the same data as the Word file. */
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
