/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { ObligationAct, RoundAct } from '../../../domain/command.ts';
import type { TrailEntry } from '../../../store/web-pages/entries.ts';
import { ByOthers } from '../pages/by-others.tsx';
import { FormField } from '../pages/form-field.tsx';
import type { Frame } from '../shared/frame.ts';
import type { Words } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import type { ActFacts as Facts } from './act-facts.ts';
import { ActFactsList } from './act-facts.tsx';
import type { Field, FieldName, Values } from './act-form.ts';

type Props = {
  readonly frame: Frame;
  readonly kind: ObligationAct['kind'] | Exclude<RoundAct['kind'], 'open'>;
  /** The unit or round it is about. */
  readonly about: string;
  readonly facts: Facts;
  readonly fields: readonly Field[];
  readonly values: Values;
  readonly hidden: Readonly<Record<string, string>>;
  readonly here: string;
  readonly back: string;
  readonly problems?: Partial<Record<FieldName, string>>;
  readonly byOthers?: readonly TrailEntry[];
  /** Why the record did not take it. */
  readonly refusal?: string;
};

/** One thing to do: what it is, what it asks for, and the button that does it. */
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

/** The round's other pages stay at hand; what concerns the whole plan has none. */
function roundOf(here: string): { readonly period?: string } {
  const period = /^\/(\d{4}H[12])\//.exec(here)?.[1];
  return period === undefined ? {} : { period };
}
