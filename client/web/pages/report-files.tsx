/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Attachment } from '../../../store/visit/attachments.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';

type FilesProps = {
  readonly frame: Frame;
  /** Of the unit's page, e.g. `/2018H1/guzhen`. */
  readonly home: string;
  readonly files: readonly Attachment[];
  readonly problem: string | undefined;
};

/** The files that go with the report. Buttons belong to the form around them: what was typed is kept with each. */
export function ReportFiles({ frame, home, files, problem }: FilesProps) {
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
