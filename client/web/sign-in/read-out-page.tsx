/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { maskMobile } from '../../../domain/people/masked.ts';
import { CODE_MINUTES } from '../../../domain/texts/messages/code.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';

export type ReadOutValues = { readonly address: string; readonly checked: string };
export type ReadOutProblems = Partial<ReadOutValues>;

type Props = {
  readonly frame: Frame;
  readonly id: string;
  readonly values: ReadOutValues;
  readonly problems: ReadOutProblems;
};

/** The officer enters whose code it is, and how the caller was identified. */
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

type SpokenCodeProps = {
  readonly frame: Frame;
  readonly address: string;
  /** Null when it has been shown before. */
  readonly code: string | null;
};

/** Answers the form directly, without an address of its own: the code cannot be reopened or passed on. */
export const SpokenCodePage = ({ frame, address, code }: SpokenCodeProps) => (
  <Layout frame={frame} title={frame.words.readOut} here="/read-out">
    <h1>{frame.words.readOut}</h1>
    {code === null ? (
      <p class="problem box" role="alert">
        {frame.words.codeShownBefore}
      </p>
    ) : (
      <>
        <p>{frame.words.codeFor(maskMobile(address), CODE_MINUTES)}</p>
        <p class="spoken-code">{code.replace(/(...)/, '$1 ')}</p>
        <p class="why">{frame.words.codeOnce}</p>
      </>
    )}
    <p>
      <a href={linkTo('/read-out', frame.language)}>{frame.words.readOutAgain}</a>
    </p>
  </Layout>
);
