/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import type { ObligationAct } from '../../../domain/obligation/act.ts';
import type { RoundAct } from '../../../domain/round/round.ts';
import type { TrailEntry } from '../../../store/read/trail.ts';
import type { Frame } from '../shared/frame.ts';
import type { Words } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { shortTime } from '../shared/shown.ts';
import { ActFactsList, type ActFacts as Facts } from './act-facts.tsx';
import type { Field, FieldName, Values } from './act-form.ts';

type Props = {
  readonly frame: Frame;
  readonly kind: ObligationAct['kind'] | Exclude<RoundAct['kind'], 'open'>;
  /** The unit or round of the act. */
  readonly about: string;
  readonly facts: Facts;
  readonly fields: readonly Field[];
  readonly values: Values;
  readonly hidden: Readonly<Record<string, string>>;
  readonly here: string;
  readonly back: string;
  readonly problems?: Partial<Record<FieldName, string>>;
  readonly byOthers?: readonly TrailEntry[];
  /** Why the command was refused. */
  readonly refusal?: string;
};

/** One act: what it is, its fields, and its button. */
export function ActPage({ frame, kind, about, here, back, hidden, ...rest }: Props) {
  const { words } = frame;
  const name = actName(words, kind);
  return (
    <Layout frame={frame} title={`${name} ${about}`} here={here} {...roundOf(here)}>
      <h1>{`${name}：${about}`}</h1>
      {rest.refusal !== undefined && (
        <p class="problem box" role="alert">
          <strong>{words.notDone}</strong> {rest.refusal}
        </p>
      )}
      {rest.byOthers && <ByOthers frame={frame} entries={rest.byOthers} />}
      <ActFactsList words={words} facts={rest.facts} />
      <form class="card" method="post" action={here}>
        {Object.entries(hidden).map(([field, value]) => (
          <input type="hidden" name={field} value={value} />
        ))}
        {rest.fields.map((field) => (
          <FormField
            field={field}
            words={words}
            value={rest.values[field.name] ?? ''}
            problem={rest.problems?.[field.name]}
          />
        ))}
        <p class="actions">
          <button type="submit">{`${words.confirmAct} ${name}`}</button>
          <a href={back}>{words.backFromAct}</a>
        </p>
      </form>
    </Layout>
  );
}

const actName = (words: Words, kind: Props['kind']): string =>
  kind in words.roundActs
    ? words.roundActs[kind as keyof Words['roundActs']]
    : words.acts[kind as ObligationAct['kind']];

/** Pages of a round link to the round's other pages. */
function roundOf(here: string): { readonly period?: string } {
  const period = /^\/(\d{4}H[12])\//.exec(here)?.[1];
  return period === undefined ? {} : { period };
}

type FormFieldProps = {
  readonly field: Field;
  readonly words: Words;
  readonly value: string;
  readonly problem?: string | undefined;
};

/** A labelled control with its problem beside it, linked for screen readers. */
function FormField({ field, words, value, problem }: FormFieldProps) {
  const { name, kind, optional = false, most } = field;
  if (kind === 'hidden') return <input type="hidden" name={name} value={value} />;
  const shared = {
    id: name,
    name,
    required: !optional,
    maxlength: most,
    'aria-invalid': problem ? ('true' as const) : undefined,
    'aria-describedby': problem ? `${name}-problem` : undefined,
  };
  return (
    <p class="field">
      <label for={name}>
        {words.fields[name]}
        {!optional && <small>{` ${words.required}`}</small>}
      </label>
      {kind === 'text' ? (
        // HTML parsers drop the first line break after the tag.
        <textarea {...shared} rows={4}>{`\n${value}`}</textarea>
      ) : (
        <input {...shared} type={kind === 'day' ? 'date' : 'text'} value={value} />
      )}
      {problem && (
        <span class="problem" id={`${name}-problem`}>
          {problem}
        </span>
      )}
    </p>
  );
}

/** What others did since the page was opened. */
export const ByOthers = ({ frame, entries }: { frame: Frame; entries: readonly TrailEntry[] }) => (
  <div class="problem box" role="alert">
    <p>{frame.words.changedMeanwhile}</p>
    <ul>
      {entries.map(({ actor, at, message }) => (
        <li>{`${shortTime(frame, at)} ${actor.name}：${message}`}</li>
      ))}
    </ul>
  </div>
);
