/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Report } from '../../../domain/obligation/submission.ts';
import type { Submission } from '../../../store/read/submissions.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { VersionChoice } from './compare-page.tsx';
import { ReportText, SubmissionHeading } from './report-text.tsx';
import type { SubmissionScene } from './submission-scene.ts';

type Props = {
  readonly frame: Frame;
  readonly scene: SubmissionScene;
  readonly submission: Submission;
  /** The last period's report. */
  readonly last: Report | null;
};

/** One version as handed in. */
export function SubmissionPage({ frame, scene, submission, last }: Props) {
  const { words, language } = frame;
  const { obligation, round, submissions } = scene;
  const { version } = submission;
  const home = `/${round.period}/${obligation.unit}`;
  const title = `${obligation.unitName} ${round.period} ${words.version}${version}${words.versionEnd}`;
  const newest = submissions.at(-1)?.version === version;
  return (
    <Layout frame={frame} title={title} here={`${home}/submissions/${version}`}>
      <p class="crumbs">
        <a href={linkTo(home, language)}>{`${obligation.unitName} ${round.period}`}</a>
      </p>
      <h1>{title}</h1>
      <p>
        <SubmissionHeading frame={frame} submission={submission} newest={newest} />
      </p>
      <div class="submission">
        <ReportText frame={frame} report={submission.report} last={last} />
      </div>
      <p class="actions">
        <a class="button" href={linkTo(`${home}/receipts/${version}`, language)}>
          {words.showReceipt}
        </a>
      </p>
      {submissions.length > 1 && (
        <VersionChoice frame={frame} scene={scene} from={Math.max(1, version - 1)} to={version} />
      )}
    </Layout>
  );
}
