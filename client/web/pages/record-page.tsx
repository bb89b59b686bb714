/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Obligation } from '../../../domain/obligation.ts';
import type { ActFacts as Facts } from '../acts/act-facts.ts';
import {
  RECORDED_WAYS,
  type RecordField,
  type RecordProblems,
  type RecordValues,
} from '../acts/record-form.ts';
import type { Frame } from '../frame.ts';
import { linkTo } from '../words.ts';
import { ActFacts } from './act-facts.tsx';
import { Layout } from './layout.tsx';

type Props = {
  readonly frame: Frame;
  readonly period: string;
  readonly obligation: Obligation;
  readonly facts: Facts;
  readonly id: string;
  readonly values: RecordValues;
  readonly problems: RecordProblems;
  /** Why the record did not take it, one line each. */
  readonly refusal?: string;
};

/** 代录: what came by OA, mail, paper or messenger is entered as good as if it had been handed in here. */
export function RecordPage(props: Props) {
  const { frame, period, obligation, values } = props;
  const { words, language } = frame;
  const here = `/${period}/${obligation.unit}/record`;
  const title = `${words.recordDeed}：${obligation.unitName} ${period}`;
  const back = linkTo(`/${period}/${obligation.unit}`, language);
  return (
    <Layout frame={frame} title={title} here={here} period={period}>
      <h1>{title}</h1>
      {props.refusal !== undefined && (
        <div class="problem box" role="alert">
          <p>{words.notDone}</p>
          <ul>
            {props.refusal.split('\n').map((line) => (
              <li>{line}</li>
            ))}
          </ul>
          <p>{words.chooseFilesAgain}</p>
        </div>
      )}
      <ActFacts words={words} facts={props.facts} />
      <form class="card" method="post" action={here} enctype="multipart/form-data">
        <input type="hidden" name="id" value={props.id} />
        <Labelled {...props} field="way">
          <select id="way" name="way" required {...describe(props, 'way')}>
            <option value="">{words.chooseWay}</option>
            {RECORDED_WAYS.map((way) => (
              <option value={way} selected={way === values.way}>
                {words.ways[way]}
              </option>
            ))}
          </select>
        </Labelled>
        <Labelled {...props} field="receivedOn">
          <Input {...props} field="receivedOn" type="date" />
        </Labelled>
        <Labelled {...props} field="receivedAt">
          <Input {...props} field="receivedAt" type="time" />
        </Labelled>
        <Labelled {...props} field="evidence">
          <Input {...props} field="evidence" type="text" />
        </Labelled>
        <Labelled {...props} field="proof">
          <input id="proof" name="proof" type="file" {...describe(props, 'proof')} />
        </Labelled>
        <Labelled {...props} field="form">
          <input
            id="form"
            name="form"
            type="file"
            accept=".xlsx,.json"
            required
            {...describe(props, 'form')}
          />
        </Labelled>
        <p>
          <a href={linkTo(`/${period}/${obligation.unit}/record/form.xlsx`, language)}>
            {words.blankForm}
          </a>
        </p>
        <p class="actions">
          <button type="submit">{`${words.confirmAct} ${words.recordDeed}`}</button>
          <a href={back}>{words.backFromAct}</a>
        </p>
      </form>
    </Layout>
  );
}

type OfField = Props & { readonly field: RecordField };

function Labelled({ frame, field, problems, children }: OfField & { children: unknown }) {
  const problem = problems[field];
  const { words } = frame;
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

type TypedField = Exclude<RecordField, 'proof' | 'form' | 'way'>;
type InputProps = Props & { readonly field: TypedField; readonly type: 'date' | 'time' | 'text' };

const Input = ({ field, type, ...props }: InputProps) => (
  <input
    id={field}
    name={field}
    type={type}
    required
    value={props.values[field]}
    {...describe(props, field)}
  />
);

const describe = ({ problems }: Pick<Props, 'problems'>, field: RecordField) => ({
  'aria-describedby': problems[field] ? `${field}-problem ${field}-hint` : `${field}-hint`,
  'aria-invalid': problems[field] ? ('true' as const) : undefined,
});
