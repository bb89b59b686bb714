/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import type { FieldProblem } from '../../../domain/obligation/limits.ts';
import { ActFactsList, type ActFacts as Facts } from '../acts/act-facts.tsx';
import type { ReportValues } from '../report/field-values.ts';
import {
  byField,
  type FieldsProps,
  ReportDeclaration,
  ReportSignatories,
} from '../report/report-field.tsx';
import { ReportItems } from '../report/report-items.tsx';
import { Problems } from '../report/report-notices.tsx';
import type { ReportScene } from '../report/report-scene.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo, type Words } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import {
  RECORDED_WAYS,
  type RecordedBy,
  type RecordField,
  type RecordProblems,
  type RecordValues,
} from './record-form.ts';

type Props = {
  readonly frame: Frame;
  readonly scene: ReportScene;
  readonly facts: Facts;
  readonly id: string;
  readonly values: RecordValues;
  readonly problems: RecordProblems;
  /** What was typed into the items. */
  readonly typed: ReportValues;
  readonly typedProblems: readonly FieldProblem[];
  /** Why the command was refused, one sentence a line. */
  readonly refusal?: string;
};

/** 代录: a report that came by OA, mail, paper or messenger. It counts like one that the unit handed in. */
export function RecordPage(props: Props) {
  const { frame, scene, values, problems, typed, typedProblems } = props;
  const { words, language } = frame;
  const { period } = scene.round;
  const { unit, unitName } = scene.obligation;
  const home = `/${period}/${unit}`;
  const here = `${home}/record`;
  const title = `${words.recordDeed}：${unitName} ${period}`;
  const blocks = { words, values: typed, problems: byField(typedProblems), answeredBy: here };
  const all = [...inOrder(problems), ...typedProblems];
  return (
    <Layout frame={frame} title={title} here={here} period={period}>
      <h1>{title}</h1>
      {props.refusal !== undefined && <Refusal words={words} refusal={props.refusal} />}
      <Problems title={words.correctFirst(all.length)} problems={all} />
      {all.length > 0 && <p class="why">{words.chooseFilesAgain}</p>}
      <ActFactsList words={words} facts={props.facts} />
      <form
        class="report-form record-form"
        method="post"
        action={here}
        enctype="multipart/form-data"
      >
        <input type="hidden" name="id" value={props.id} />
        <input type="hidden" name="seen" value={String(scene.obligation.version)} />
        {/* Enter presses a form's first button; this one is disabled, so Enter records nothing. */}
        <button class="unseen" type="submit" disabled>
          {words.recordDeed}
        </button>
        <RecordArrival words={words} values={values} problems={problems} />
        <RecordContent
          frame={frame}
          scene={scene}
          fields={{ words, values, problems }}
          blocks={blocks}
          home={home}
        />
        <p class="actions">
          <button type="submit">{`${words.confirmAct} ${words.recordDeed}`}</button>
          <a href={linkTo(home, language)}>{words.backFromAct}</a>
        </p>
      </form>
    </Layout>
  );
}

const Refusal = ({ words, refusal }: { readonly words: Words; readonly refusal: string }) => (
  <div class="problem box" role="alert">
    <p>{words.notDone}</p>
    <ul>
      {refusal.split('\n').map((line) => (
        <li>{line}</li>
      ))}
    </ul>
    <p>{words.chooseFilesAgain}</p>
  </div>
);

const FIELDS = ['way', 'receivedOn', 'receivedAt', 'evidence', 'proof', 'form'] as const;

const inOrder = (problems: RecordProblems): FieldProblem[] =>
  FIELDS.flatMap((field) => {
    const sentence = problems[field];
    return sentence === undefined ? [] : [{ field, sentence }];
  });

/** How and when the report came, and the evidence. */
const RecordArrival = (fields: RecordFieldsProps) => (
  <fieldset>
    <legend>{fields.words.arrived}</legend>
    <Labelled {...fields} field="way">
      <select id="way" name="way" required {...describe(fields, 'way')}>
        <option value="">{fields.words.chooseWay}</option>
        {RECORDED_WAYS.map((way) => (
          <option value={way} selected={way === fields.values.way}>
            {fields.words.ways[way]}
          </option>
        ))}
      </select>
    </Labelled>
    <div class="pair">
      <Labelled {...fields} field="receivedOn">
        <Input {...fields} field="receivedOn" type="date" />
      </Labelled>
      <Labelled {...fields} field="receivedAt">
        <Input {...fields} field="receivedAt" type="time" />
      </Labelled>
    </div>
    <Labelled {...fields} field="evidence">
      <Input {...fields} field="evidence" type="text" />
    </Labelled>
    <Labelled {...fields} field="proof">
      <input id="proof" name="proof" type="file" {...describe(fields, 'proof')} />
    </Labelled>
  </fieldset>
);

type TypedField = Exclude<RecordField, 'proof' | 'form' | 'way'>;
type InputProps = RecordFieldsProps & {
  readonly field: TypedField;
  readonly type: 'date' | 'time' | 'text';
};

const Input = ({ field, type, ...fields }: InputProps) => (
  <input
    id={field}
    name={field}
    type={type}
    required
    value={fields.values[field]}
    {...describe(fields, field)}
  />
);

type ContentProps = {
  readonly frame: Frame;
  readonly scene: ReportScene;
  readonly fields: RecordFieldsProps;
  /** The items of the unit's own form. */
  readonly blocks: FieldsProps;
  /** The unit's page, such as `/2018H1/guzhen`. */
  readonly home: string;
};

const WAYS: readonly RecordedBy[] = ['file', 'page'];

/** The report: a file, or the items as in the unit's form. The style sheet shows the chosen one. */
const RecordContent = ({ frame, scene, fields, blocks, home }: ContentProps) => (
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

type RecordFieldsProps = {
  readonly words: Words;
  readonly values: RecordValues;
  readonly problems: RecordProblems;
};

type OfField = RecordFieldsProps & { readonly field: RecordField };

function Labelled({ words, field, problems, children }: OfField & { children: unknown }) {
  const problem = problems[field];
  return (
    <p class="field">
      <label for={field}>{words.recordFields[field]}</label>
      {children}
      {problem && (
        <span class="problem" id={`${field}-problem`}>
          {problem}
        </span>
      )}
      <small id={`${field}-hint`}>{words.recordHints[field]}</small>
    </p>
  );
}

const describe = ({ problems }: Pick<RecordFieldsProps, 'problems'>, field: RecordField) => ({
  'aria-describedby': problems[field] ? `${field}-problem ${field}-hint` : `${field}-hint`,
  'aria-invalid': problems[field] ? ('true' as const) : undefined,
});
