/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { RecordedBy } from '../record/record-form.ts';
import type { FieldsProps } from '../report/report-field.tsx';
import type { ReportScene } from '../report/report-scene.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { describe, Labelled, type RecordFieldsProps } from './record-field.tsx';
import { ReportDeclaration } from './report-declaration.tsx';
import { ReportItems } from './report-items.tsx';
import { ReportSignatories } from './report-signatories.tsx';

type ContentProps = {
  readonly frame: Frame;
  readonly scene: ReportScene;
  readonly fields: RecordFieldsProps;
  /** The unit's own form, for what was typed. */
  readonly blocks: FieldsProps;
  /** Of the unit's page, e.g. `/2018H1/guzhen`. */
  readonly home: string;
};

const WAYS: readonly RecordedBy[] = ['file', 'page'];

/** What the report says: a file, or the same blocks that the unit fills in. The style sheet shows what was chosen. */
export const RecordContent = ({ frame, scene, fields, blocks, home }: ContentProps) => (
  <>
    <fieldset>
      <legend>{frame.words.recordContent}</legend>
      <p class="choices">
        {WAYS.map((by) => (
          <label class="tick">
            <input
              type="radio"
              id={`content-${by}`}
              name="content"
              value={by}
              checked={fields.values.content === by}
            />{' '}
            {frame.words.recordedBy[by]}
          </label>
        ))}
      </p>
      <div class="by-file">
        <Labelled {...fields} field="form">
          <input
            id="form"
            name="form"
            type="file"
            accept=".xlsx,.json"
            {...describe(fields, 'form')}
          />
        </Labelled>
        <p>
          <a href={linkTo(`${home}/record/form.xlsx`, frame.language)}>{frame.words.blankForm}</a>
        </p>
      </div>
      <p class="by-page why">{frame.words.recordPageHint}</p>
    </fieldset>
    <div class="by-page">
      <ReportItems frame={frame} scene={scene} fields={blocks} home={home} />
      <ReportSignatories {...blocks} />
      <ReportDeclaration {...blocks} />
    </div>
  </>
);
