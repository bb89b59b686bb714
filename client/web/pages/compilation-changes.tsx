/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { compilationDifference } from '../../../domain/compilation/difference.ts';
import type { CompilationPage as Data } from '../../../store/web-pages/compilation.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';

type ChangesProps = { readonly frame: Frame; readonly page: Data };

/** Whose texts are new or different since an earlier version, and which counts moved. */
export function CompilationChanges({ frame, page }: ChangesProps) {
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
                  .map(({ name, before, after }) => `${words[COUNT[name]]} ${before} → ${after}`)
                  .join(words.comma)}
              </dd>
            </>
          )}
        </dl>
      )}
    </section>
  );
}

const COUNT = {
  owed: 'owed',
  reported: 'reported',
  waived: 'waived',
  missing: 'missing',
  late: 'late',
  returned: 'returned',
  extended: 'extended',
  accepted: 'accepted',
  overdue: 'overdue',
  unconfirmed: 'unconfirmed',
} as const;

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

/** Only where there is a choice. */
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
