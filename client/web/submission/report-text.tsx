/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { figuresOf } from '../../../domain/obligation/figures.ts';
import type { Figure, ItemReport, Report } from '../../../domain/obligation/submission.ts';
import type { Timeline } from '../../../store/read/unit.ts';
import { FigureList } from '../pages/figure-list.tsx';
import type { UnitProps } from '../pages/unit-props.ts';
import { lastFigures } from '../report/field-values.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { dateTime } from '../shared/shown.ts';

type Submission = Timeline['submissions'][number];

/** Every version that was handed in; the newest stands open. */
export function UnitSubmissions({ frame, record, last }: UnitProps) {
  const newestFirst = record.submissions.toReversed();
  if (newestFirst.length === 0) return <p>{frame.words.nothingSubmitted}</p>;
  return (
    <>
      {newestFirst.map((submission, index) => (
        <details class="submission" data-key={`version-${submission.version}`} open={index === 0}>
          <summary>
            <SubmissionHeading frame={frame} submission={submission} newest={index === 0} />
          </summary>
          <ReportText frame={frame} report={submission.report} last={last} />
          <VersionLinks frame={frame} record={record} version={submission.version} />
        </details>
      ))}
    </>
  );
}

type LinksProps = Pick<UnitProps, 'frame' | 'record'> & { readonly version: number };

function VersionLinks({ frame: { words, language }, record, version }: LinksProps) {
  const home = `/${record.round.period}/${record.obligation.unit}`;
  return (
    <p class="actions more">
      <a href={linkTo(`${home}/submissions/${version}`, language)}>{words.showVersion}</a>
      <a href={linkTo(`${home}/receipts/${version}`, language)}>{words.showReceipt}</a>
    </p>
  );
}

type HeadingProps = {
  readonly frame: Frame;
  readonly submission: Submission;
  readonly newest: boolean;
};

export function SubmissionHeading({ frame, submission, newest }: HeadingProps) {
  const { words } = frame;
  const { version, receivedAt, enteredAt, way, evidence } = submission;
  return (
    <>
      <strong>{`${words.version}${version}${words.versionEnd}`}</strong>{' '}
      {`${dateTime(frame, receivedAt)} · ${words.ways[way]} `}
      {newest && <span class="tag">{words.newest}</span>}
      {submission.supplement && <span class="tag">{words.supplement}</span>}
      {submission.withdrawnAt !== null && <span class="tag">{words.withdrawn}</span>}
      {submission.report.nil && <span class="tag">{words.nil}</span>}
      {way !== 'online' && (
        <small>{`${words.enteredAt} ${dateTime(frame, enteredAt)}；${words.evidence}：${evidence}`}</small>
      )}
    </>
  );
}

type ReportProps = {
  readonly frame: Frame;
  readonly report: Report;
  /** Its figures stand beside those of this report. */
  readonly last: Report | null;
};

export const ReportText = ({ frame: { words }, report, last }: ReportProps) => (
  <div class="report">
    {report.items.map((item) => (
      <ItemText words={words} item={item} last={lastFigures(last, item.no)} />
    ))}
    {report.remark && (
      <p>
        <b>{words.remark}</b> {report.remark}
      </p>
    )}
    <p class="why">
      {`${words.preparedBy} ${report.preparedBy}（${report.phone}）　${words.reviewedBy} ${report.reviewedBy}　${words.signedBy} ${report.signedBy}`}
    </p>
  </div>
);

type ItemProps = {
  readonly words: Frame['words'];
  readonly item: ItemReport;
  readonly last: readonly Figure[];
};

const ItemText = ({ words, item, last }: ItemProps) => (
  <section>
    <h3>
      {words.itemNo(item.no)} <span class="tag">{item.status}</span>
    </h3>
    {item.progress && <p>{item.progress}</p>}
    <FigureList words={words} figures={figuresOf(item)} last={last} />
    {item.problems && (
      <p>
        <b>{words.problems}</b> {item.problems}
      </p>
    )}
    {item.nextSteps && (
      <p>
        <b>{words.nextSteps}</b> {item.nextSteps}
      </p>
    )}
  </section>
);
