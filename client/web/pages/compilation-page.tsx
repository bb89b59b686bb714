/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { isStale } from '../../../domain/round.ts';
import type { CompilationPage as Data } from '../../../store/web-pages/compilation.ts';
import type { Frame } from '../frame.ts';
import { dateTime } from '../shown.ts';
import { linkTo } from '../words.ts';
import { CompilationBody } from './compilation-body.tsx';
import { CompilationChanges } from './compilation-changes.tsx';
import { CompilationLists } from './compilation-lists.tsx';
import { CompilationSupplements } from './compilation-supplements.tsx';
import { Layout } from './layout.tsx';
import { RoundDeeds } from './round-deeds.tsx';

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
