/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Frame } from '../shared/frame.ts';
import { Layout } from '../shared/layout.tsx';

export type ReadOutValues = { readonly address: string; readonly checked: string };
export type ReadOutProblems = Partial<ReadOutValues>;

type Props = {
  readonly frame: Frame;
  readonly id: string;
  readonly values: ReadOutValues;
  readonly problems: ReadOutProblems;
};

/** The officer says whose code it is and how they made sure who is calling. */
export const ReadOutPage = ({ frame, id, values, problems }: Props) => (
  <Layout frame={frame} title={frame.words.readOut} here="/read-out">
    <h1>{frame.words.readOut}</h1>
    <p class="lead">{frame.words.readOutHint}</p>
    <form class="card" method="post" action="/read-out">
      <input type="hidden" name="id" value={id} />
      <Line
        name="address"
        label={frame.words.addressLabel}
        hint={frame.words.addressHint}
        value={values.address}
        problem={problems.address}
      />
      <Line
        name="checked"
        label={frame.words.checkedHow}
        hint={frame.words.checkedHint}
        value={values.checked}
        problem={problems.checked}
      />
      <button type="submit">{frame.words.makeCode}</button>
    </form>
  </Layout>
);

type LineProps = {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly problem: string | undefined;
};

const Line = ({ name, label, hint, value, problem }: LineProps) => (
  <p class="field">
    <label for={name}>{label}</label>
    <input
      id={name}
      name={name}
      value={value}
      maxlength={254}
      required
      autocomplete="off"
      aria-invalid={problem ? 'true' : undefined}
      aria-describedby={problem ? `${name}-problem ${name}-hint` : `${name}-hint`}
    />
    {problem && (
      <span class="problem" id={`${name}-problem`} role="alert">
        {problem}
      </span>
    )}
    <small id={`${name}-hint`}>{hint}</small>
  </p>
);
