/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { receiptNumber } from '../../../domain/texts/about.ts';
import type { Submission } from '../../../store/read/submissions.ts';
import { ScanForm } from '../pages/scan-form.tsx';
import { timelinessOf } from '../report/timeliness.ts';
import { type Frame, mayHere } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { dateTime } from '../shared/shown.ts';
import type { SubmissionScene } from '../submission/submission-scene.ts';

type Props = {
  readonly frame: Frame;
  readonly scene: SubmissionScene;
  readonly submission: Submission;
  readonly fileProblem?: string;
  readonly done?: string | undefined;
};

/** What the unit keeps: that the bureau has it, when it came, and which files came with it. One sheet of paper. */
export function ReceiptPage({ frame, scene, submission, fileProblem, done }: Props) {
  const { words, language } = frame;
  const { obligation, round, files } = scene;
  const { version, receivedAt, enteredAt, report, way } = submission;
  const home = `/${round.period}/${obligation.unit}`;
  const here = `${home}/receipts/${version}`;
  const own = files.filter(
    (file) =>
      file.purpose !== 'evidence' && (file.version === version || file.namedIn.includes(version)),
  );
  return (
    <Layout frame={frame} title={words.receiptTitle} here={here} period={round.period} done={done}>
      <p class="crumbs no-print">
        <a href={linkTo(home, language)}>{`${obligation.unitName} ${round.period}`}</a>
      </p>
      <article class="sheet">
        <h1>{words.receiptTitle}</h1>
        <table>
          <tbody>
            <Line name={words.receiptNumber} value={receiptNumber(obligation, version)} />
            <Line name={words.unit} value={obligation.unitName} />
            <Line name={words.period} value={`${round.period} · ${frame.rules.plan.title}`} />
            <Line name={words.receivedTime} value={dateTime(frame, receivedAt)} />
            {enteredAt !== receivedAt && (
              <Line
                name={words.enteredTime}
                value={`${dateTime(frame, enteredAt)}（${words.ways[way]}）`}
              />
            )}
            <Line name={words.timelinessOf} value={timelinessOf(frame, obligation, submission)} />
            <Line name={words.handedInBy} value={`${report.preparedBy} ${report.phone}`} />
            <Line name={words.signedBy} value={report.signedBy} />
            {own.map((file) => (
              <tr>
                <th scope="row">{words.filePurposes[file.purpose]}</th>
                <td>
                  {file.name}
                  <br />
                  <span class="hash">{`${words.fileHash} ${file.sha256}`}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>{`${frame.rules.plan.bureau.name}　${frame.rules.plan.bureau.phone}`}</p>
      </article>
      <p class="no-print why">{words.printPage}</p>
      <p class="actions no-print">
        <a class="button" href={linkTo(`${home}/submissions/${version}`, language)}>
          {words.readText}
        </a>
        <a class="button" href={linkTo(`${home}/report/signature`, language)}>
          {words.signaturePage}
        </a>
      </p>
      {mayHere(frame, 'report', obligation.unit) && (
        <ScanForm frame={frame} home={home} version={version} problem={fileProblem} />
      )}
    </Layout>
  );
}

const Line = ({ name, value }: { name: string; value: string }) => (
  <tr>
    <th scope="row">{name}</th>
    <td>{value}</td>
  </tr>
);
