/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import type { Attachment } from '../../../store/read/submissions.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo, type Words } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { dueText } from '../shared/shown.ts';
import type { ReportValues } from './field-values.ts';
import {
  byField,
  type FieldsProps,
  ReportDeclaration,
  ReportSignatories,
} from './report-field.tsx';
import { ReportItems } from './report-items.tsx';
import { type Notices, ReportNotices } from './report-notices.tsx';
import type { ReportScene } from './report-scene.ts';

type Props = Notices & {
  readonly frame: Frame;
  readonly scene: ReportScene;
  readonly values: ReportValues;
  /** Revision of the draft on the page; 0 before the first. */
  readonly rev: number;
  /** The newest version that this page, or the page whose form it answers, has shown. */
  readonly seen: number;
  /** Id of the command that hands in. */
  readonly id: string;
  readonly fileProblem?: string | undefined;
};

/** The report form. Works without scripts; with them it saves itself while typing. */
export function ReportPage(props: Props) {
  const { frame, scene, values, rev, seen, id } = props;
  const { words, language } = frame;
  const { obligation, round } = scene;
  const home = `/${round.period}/${obligation.unit}`;
  const fields: FieldsProps = { words, values, problems: byField(props.problems) };
  const title = `${words.reportTitle}：${obligation.unitName} ${round.period}`;
  return (
    <Layout frame={frame} title={title} here={`${home}/report`} period={round.period}>
      <p class="crumbs">
        <a href={linkTo(home, language)}>{`${obligation.unitName} ${round.period}`}</a>
      </p>
      <h1>{title}</h1>
      <p>
        <strong>{`${words.dueLine}：${dueText(frame, obligation.due)}`}</strong>
      </p>
      <p class="why">{words.formHint}</p>
      <ReportNotices {...props} />
      <form
        class="report-form"
        method="post"
        action={`${home}/report`}
        enctype="multipart/form-data"
        data-draft={`${home}/report/draft`}
        data-said={JSON.stringify(saidBy(words))}
      >
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="rev" value={String(rev)} />
        <input type="hidden" name="seen" value={String(seen)} />
        {/* Enter presses a form's first button: it saves the draft instead of handing in. */}
        <button class="unseen" type="submit" name="action" value="draft" tabindex={-1}>
          {words.saveDraft}
        </button>
        <ReportItems frame={frame} scene={scene} fields={fields} home={home} />
        <ReportSignatories {...fields}>
          <p>
            <a href={linkTo(`${home}/report/signature`, language)}>{words.signaturePage}</a>{' '}
            <small>{words.signatureHint}</small>
          </p>
        </ReportSignatories>
        <ReportFiles frame={frame} home={home} files={scene.files} problem={props.fileProblem} />
        <ReportDeclaration {...fields} />
        <p class="actions sticky">
          <button type="submit" name="action" value="submit">
            {words.handIn}
          </button>
          <button class="second" type="submit" name="action" value="draft">
            {words.saveDraft}
          </button>
          <span class="saved" role="status" aria-live="polite" />
          <ReportOffers words={words} form={linkTo(`${home}/report`, language)} />
        </p>
      </form>
    </Layout>
  );
}

/** What the script says while it saves. */
const saidBy = (words: Props['frame']['words']) => ({
  saved: words.draftSaved,
  saving: words.draftSaving,
  failed: words.draftFailed,
  signedOut: words.draftSignedOut,
  spare: words.spareLeft,
});

type FilesProps = {
  readonly frame: Frame;
  /** The unit's page, such as `/2018H1/guzhen`. */
  readonly home: string;
  readonly files: readonly Attachment[];
  readonly problem: string | undefined;
};

/** The files of the report. Their buttons belong to the form around them, so they save what was typed too. */
function ReportFiles({ frame, home, files, problem }: FilesProps) {
  const { words, language } = frame;
  return (
    <fieldset id="files">
      <legend>{words.filesTitle}</legend>
      <p class="why">{words.filesHint}</p>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {files.length > 0 && (
        <ul class="files">
          {files.map((file) => (
            <li>
              <a href={linkTo(`${home}/files/${file.id}`, language)}>{file.name}</a>{' '}
              <small>{`${words.filePurposes[file.purpose]} · ${sizeOf(file.sizeBytes)}`}</small>{' '}
              {file.version === null ? (
                <button
                  class="plain"
                  type="submit"
                  name="action"
                  value={`remove-${file.id}`}
                  aria-label={`${words.removeFile} ${file.name}`}
                >
                  {words.removeFile}
                </button>
              ) : (
                <small>{words.boundTo(file.version)}</small>
              )}
            </li>
          ))}
        </ul>
      )}
      <div class="field">
        <label for="file">{words.chooseFile}</label>
        <input id="file" name="file" type="file" accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg" />
      </div>
      <p class="actions">
        <label class="tick">
          <input type="checkbox" name="scan" value="yes" /> {words.isScan}
        </label>
        <button class="second" type="submit" name="action" value="upload">
          {words.uploadFile}
        </button>
      </p>
      <details>
        <summary>{words.readBack}</summary>
        <p class="why">{words.readBackHint}</p>
        <div class="field">
          <label for="form">{words.readBack}</label>
          <input id="form" name="form" type="file" accept=".xlsx,.json" />
        </div>
        <p class="actions">
          <button class="second" type="submit" name="action" value="read-back">
            {words.readBackButton}
          </button>
          <a href={`${home}/report/form.xlsx`}>{`${words.downloadForm} (.xlsx)`}</a>
          <a href={`${home}/report/form.docx`}>{`${words.downloadForm} (.docx)`}</a>
        </p>
      </details>
    </fieldset>
  );
}

const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / (1024 * 1024)).toFixed(1)} MB`;

type OffersProps = { readonly words: Words; readonly form: string };

/** The script shows these when saving has stopped. Without scripts, the server's pages offer the same. */
const ReportOffers = ({ words, form }: OffersProps) => (
  <>
    <span data-offer="conflict" hidden>
      <a href={form} target="_blank" rel="noopener">
        {words.seeOther}
      </a>{' '}
      <button class="second" type="button" data-deed="overwrite">
        {words.overwriteButton}
      </button>
    </span>
    <span data-offer="signed-out" hidden>
      <a href="/sign-in" target="_blank" rel="noopener">
        {words.signInElsewhere}
      </a>
    </span>
    <span data-offer="spare" hidden>
      <button class="second" type="button" data-deed="take">
        {words.takeSpare}
      </button>{' '}
      <button class="second" type="button" data-deed="drop">
        {words.dropSpare}
      </button>
    </span>
  </>
);
