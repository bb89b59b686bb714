/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { linkTo } from '../shared/language.ts';
import { dateTime } from '../shared/shown.ts';
import type { UnitProps } from './unit-props.ts';

/** What was handed in beside the texts, and which leaders have read them. What no version holds is still the unit's own. */
export function UnitFiles({ frame, record, beside }: UnitProps) {
  const { words, language } = frame;
  const { round, obligation } = record;
  const files = beside.files.filter(({ version }) => version !== null);
  if (files.length + beside.endorsements.length === 0) return null;
  return (
    <>
      {beside.endorsements.length > 0 && (
        <ul class="endorsements">
          {beside.endorsements.map(({ by, version, at }) => (
            <li>{`${words.endorsedBy(by, version)} · ${dateTime(frame, at)}`}</li>
          ))}
        </ul>
      )}
      {files.length > 0 && (
        <>
          <h3>{`${words.files}（${files.length}）`}</h3>
          <ul class="files">
            {files.map((file) => (
              <li>
                <a href={linkTo(`/${round.period}/${obligation.unit}/files/${file.id}`, language)}>
                  {file.name}
                </a>{' '}
                <span class="tag">{words.filePurposes[file.purpose]}</span>{' '}
                <small>
                  {`${words.version}${file.version}${words.versionEnd} · ${dateTime(frame, file.addedAt)} · SHA-256 ${file.sha256.slice(0, 12)}…`}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
