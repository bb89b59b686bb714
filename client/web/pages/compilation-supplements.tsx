/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { CompilationPage as Data } from '../../../store/web-pages/compilation.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { dateTime } from '../shared/shown.ts';

/** What came after sign-off: kept and shown, in no version. */
export function CompilationSupplements({ frame, page }: { frame: Frame; page: Data }) {
  const { words, language } = frame;
  const { supplements, round } = page;
  if (supplements.length === 0) return null;
  return (
    <section>
      <h2>{`${words.supplements}（${supplements.length}）`}</h2>
      <p class="why">{words.supplementsHint}</p>
      <ul>
        {supplements.map(({ unit, unitName, version, receivedAt }) => (
          <li>
            <a href={linkTo(`/${round.period}/${unit}`, language)}>{unitName}</a>{' '}
            {`${words.version}${version}${words.versionEnd} · ${dateTime(frame, receivedAt)}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
