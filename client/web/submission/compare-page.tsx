/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { diffWordsWithSpace } from 'diff';
import { figuresText } from '../../../domain/obligation/figures.ts';
import type { Report } from '../../../domain/obligation/submission.ts';
import type { Submission } from '../../../store/read/submissions.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo, type Words } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { SubmissionHeading } from './report-text.tsx';
import type { SubmissionScene } from './submission-scene.ts';

type Props = {
  readonly frame: Frame;
  readonly scene: SubmissionScene;
  readonly from: Submission;
  readonly to: Submission;
};

/** Changes between two versions, marked by `ins` and `del`, not by colour alone. */
export function ComparePage({ frame, scene, from, to }: Props) {
  const { words, language } = frame;
  const { obligation, round } = scene;
  const home = `/${round.period}/${obligation.unit}`;
  const query = { from: String(from.version), to: String(to.version) };
  const differences = differencesOf(from.report, to.report, words);
  const title = `${obligation.unitName} ${words.comparing(from.version, to.version)}`;
  return (
    <Layout frame={frame} title={title} here={`${home}/submissions/compare`} query={query}>
      <p class="crumbs">
        <a href={linkTo(home, language)}>{`${obligation.unitName} ${round.period}`}</a>
      </p>
      <h1>{title}</h1>
      {[from, to].map((one) => (
        <p>
          <SubmissionHeading frame={frame} submission={one} newest={false} />
        </p>
      ))}
      {differences.length === 0 ? (
        <p>{words.sameText}</p>
      ) : (
        <p class="diff why">
          <ins>{words.addedPart}</ins> <del>{words.removedPart}</del>
        </p>
      )}
      <dl class="diff">
        {differences.map(({ name, parts }) => (
          <>
            <dt>{name}</dt>
            <dd>
              {parts.map((part) => (
                <Piece part={part} />
              ))}
            </dd>
          </>
        ))}
      </dl>
      <VersionChoice frame={frame} scene={scene} from={from.version} to={to.version} />
    </Layout>
  );
}

function Piece({ part: { kind, text } }: { part: Part }) {
  if (kind === 'added') return <ins>{text}</ins>;
  return kind === 'removed' ? <del>{text}</del> : <span>{text}</span>;
}

type ChoiceProps = Pick<Props, 'frame' | 'scene'> & { readonly from: number; readonly to: number };

/** Choose any two versions. */
export const VersionChoice = ({ frame, scene, from, to }: ChoiceProps) => (
  <form
    class="filter"
    method="get"
    action={`/${scene.round.period}/${scene.obligation.unit}/submissions/compare`}
  >
    {(
      [
        ['from', from, frame.words.olderOne],
        ['to', to, frame.words.newerOne],
      ] as const
    ).map(([name, chosen, label]) => (
      <select name={name} aria-label={`${frame.words.compareVersions}：${label}`}>
        {scene.submissions.map(({ version, withdrawnAt }) => (
          <option value={String(version)} selected={version === chosen}>
            {`${frame.words.version}${version}${frame.words.versionEnd}`}
            {withdrawnAt !== null && `（${frame.words.withdrawn}）`}
          </option>
        ))}
      </select>
    ))}
    <button class="second" type="submit">
      {frame.words.compareVersions}
    </button>
  </form>
);

type Part = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string };
type Difference = { readonly name: string; readonly parts: readonly Part[] };

/** Only fields that differ, in the order of the form. */
function differencesOf(from: Report, to: Report, words: Words): Difference[] {
  const before = fieldsOf(from, words);
  const after = fieldsOf(to, words);
  const names = [...new Set([...after.keys(), ...before.keys()])];
  return names.flatMap((name) => {
    const [old, now] = [before.get(name) ?? '', after.get(name) ?? ''];
    return old === now ? [] : [{ name, parts: partsOf(old, now) }];
  });
}

// Chinese has no blanks between words; the segmenter finds them.
const SEGMENTER = new Intl.Segmenter('zh-CN', { granularity: 'word' });

const partsOf = (old: string, now: string): Part[] =>
  diffWordsWithSpace(old, now, { intlSegmenter: SEGMENTER }).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));

function fieldsOf(report: Report, words: Words): Map<string, string> {
  const rows = report.items.flatMap(({ no, ...item }) => {
    const of = (part: string) => `${words.itemHeading(no)} ${part}`;
    return [
      [of(words.itemStatus), item.status],
      [of(words.itemProgress), item.progress],
      [of(words.mainFigures), figuresText(item.figures)],
      [of(words.problems), item.problems],
      [of(words.nextSteps), item.nextSteps],
    ] as const;
  });
  return new Map<string, string>([
    ...rows,
    [words.nil, report.nil ? '✓' : ''],
    [words.remark, report.remark],
    [words.preparedBy, `${report.preparedBy} ${report.phone}`],
    [words.reviewedBy, report.reviewedBy],
    [words.signedBy, report.signedBy],
  ]);
}
