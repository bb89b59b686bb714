/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { randomUUID } from 'node:crypto';
import { isLate, type Obligation } from '../../../domain/obligation/obligation.ts';
import { receiptNumber } from '../../../domain/obligation/submission.ts';
import type { Due } from '../../../domain/time/due.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Submission } from '../../../store/read/submissions.ts';
import { type Frame, mayHere } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { closing, dateTime, dueText, shortDay } from '../shared/shown.ts';
import type { SubmissionScene } from '../submission/submission-scene.ts';

type Props = {
  readonly frame: Frame;
  readonly scene: SubmissionScene;
  readonly submission: Submission;
  readonly fileProblem?: string;
  readonly done?: string | undefined;
};

/** The receipt for the unit: when the report came, and which files with it. Fits on one sheet of paper. */
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

/** What decides whether a version was on time, as on the day it came. */
type Judged = Pick<
  Obligation,
  | 'due'
  | 'originalDue'
  | 'dueBeforeExtension'
  | 'firstReceivedAt'
  | 'firstDueAt'
  | 'firstVersion'
  | 'version'
  | 'returnLate'
>;

/** The first arrival counts, by the date valid then (rule 3); for later versions the receipt says so. */
function timelinessOf(
  frame: Frame,
  obligation: Judged,
  { version, receivedAt, supplement, withdrawnAt }: Submission,
): string {
  const { words } = frame;
  const { firstReceivedAt, firstDueAt, firstVersion } = obligation;
  if (withdrawnAt !== null) return words.withdrawnVersion(dateTime(frame, withdrawnAt));
  if (supplement) return words.supplement;
  if (firstReceivedAt === null || firstDueAt === null) return words.none;
  const word = isLate(obligation) ? words.counts.late : words.onTime;
  const judged = `${word}（${words.dueLine}：${dueOf(frame, obligation, firstDueAt)}）`;
  if (version === firstVersion) return judged;
  const first = `${words.firstReceived} ${dateTime(frame, firstReceivedAt)}，${judged}`;
  const isLateAnswer = obligation.returnLate && receivedAt > obligation.due.at;
  return isLateAnswer ? `${first}；${words.returnLate}` : first;
}

/** With its adjusted day while the record has it; the instant alone once the date has been moved. */
function dueOf(frame: Frame, { due, originalDue, dueBeforeExtension }: Judged, at: Instant) {
  const known = [due, dueBeforeExtension, originalDue].find((one): one is Due => one?.at === at);
  if (known) return dueText(frame, known);
  return `${shortDay(frame.language, frame.rules.zone.dayOf(at))} ${closing(frame, at)}`;
}

type ScanFormProps = {
  readonly frame: Frame;
  readonly home: string;
  readonly version: number;
  readonly problem?: string | undefined;
};

/** The signed page may follow within three working days; the arrival stays. */
const ScanForm = ({ frame: { words }, home, version, problem }: ScanFormProps) => (
  <form
    class="card no-print"
    method="post"
    action={`${home}/scans/${version}`}
    enctype="multipart/form-data"
  >
    <input type="hidden" name="id" value={randomUUID()} />
    <h2>{words.addScan}</h2>
    {problem && (
      <p class="problem" role="alert">
        {problem}
      </p>
    )}
    <p class="field">
      <label for="file">{words.chooseFile}</label>
      <input id="file" name="file" type="file" accept=".pdf,.png,.jpg,.jpeg" required />
    </p>
    <button type="submit">{words.uploadFile}</button>
  </form>
);
