/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { figureRows, figuresOf } from '../../../domain/obligation/figures.ts';
import type { Figure, ItemReport, Report } from '../../../domain/obligation/submission.ts';
import type { Timeline } from '../../../store/read/unit.ts';
import { lastFigures } from '../report/field-values.ts';
import type { Frame } from '../shared/frame.ts';
import type { Words } from '../shared/language.ts';
import { dateTime } from '../shared/shown.ts';

type Submission = Timeline['submissions'][number];

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
  /** The last period's report, for its figures. */
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

type FigureListProps = {
  readonly words: Words;
  readonly figures: readonly Figure[];
  /** Figures of the last period, including those that were not reported again. */
  readonly last?: readonly Figure[];
};

/** Figures as handed in. */
export function FigureList({ words, figures, last: before = [] }: FigureListProps) {
  const rows = figureRows(figures, before);
  if (rows.length === 0) return null;
  return (
    <ul class="figure-list" aria-label={words.mainFigures}>
      {rows.map(({ name, value, unit, last }) => (
        <li>
          {`${name} `}
          <b>{value || '—'}</b>
          {value && ` ${unit}`}
          {last !== null && <small>{`（${words.lastFigure(last)}）`}</small>}
        </li>
      ))}
    </ul>
  );
}
