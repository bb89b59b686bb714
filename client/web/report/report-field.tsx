/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { type FieldProblem, LIMITS } from '../../../domain/obligation/limits.ts';
import type { Words } from '../shared/language.ts';
import type { ReportValues } from './field-values.ts';

/** What each part of the form needs. */
export type FieldsProps = {
  readonly words: Words;
  readonly values: ReportValues;
  /** Sentences by field name. */
  readonly problems: ReadonlyMap<string, readonly string[]>;
  /** Where buttons inside items are sent when the page is not the unit's own form: its server page answers them. */
  readonly answeredBy?: string;
};

export function byField(problems: readonly FieldProblem[] = []): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { field, sentence } of problems) {
    found.set(field, [...(found.get(field) ?? []), sentence]);
  }
  return found;
}

type FieldProps = FieldsProps & {
  readonly name: string;
  readonly label: string;
  readonly required?: boolean;
  /** In characters. Shown beside the label and checked by the server; typing is not cut off. */
  readonly most: number;
  readonly rows?: number;
};

/** A text field with its limit, and its problems right below. */
export function ReportField({ words, values, problems, ...field }: FieldProps) {
  const { name, label, most, rows, required = false } = field;
  const wrong = problems.get(name) ?? [];
  const shared = {
    id: name,
    name,
    'data-most': String(most),
    'aria-describedby': `${name}-about`,
    'aria-required': required ? ('true' as const) : undefined,
    'aria-invalid': wrong.length > 0 ? ('true' as const) : undefined,
  };
  const value = values[name] ?? '';
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {rows === undefined ? (
        <input {...shared} type="text" value={value} />
      ) : (
        // HTML parsers drop the first line break after the tag.
        <textarea {...shared} rows={rows}>{`\n${value}`}</textarea>
      )}
      <span id={`${name}-about`} class="about">
        {wrong.map((sentence) => (
          <span class="problem">{sentence}</span>
        ))}
        <small>{words.upTo(most)}</small>
      </span>
    </div>
  );
}

type SignatoriesProps = FieldsProps & { readonly children?: unknown };

/** Who prepared, reviewed and signed the report. */
export const ReportSignatories = ({ children, ...fields }: SignatoriesProps) => (
  <fieldset>
    <legend>{fields.words.signatories}</legend>
    <div class="pair">
      <Person fields={fields} name="preparedBy" required />
      <Person fields={fields} name="phone" required />
      <Person fields={fields} name="reviewedBy" />
      <Person fields={fields} name="signedBy" required />
    </div>
    {children}
  </fieldset>
);

type PersonProps = {
  readonly fields: FieldsProps;
  readonly name: 'preparedBy' | 'phone' | 'reviewedBy' | 'signedBy';
  readonly required?: boolean;
};

const Person = ({ fields, name, required = false }: PersonProps) => (
  <ReportField
    {...fields}
    name={name}
    label={fields.words.peopleFields[name]}
    most={LIMITS.name}
    required={required}
  />
);

/** Never ticked beforehand: each hand-in needs a new declaration. */
export const ReportDeclaration = ({ words, problems }: FieldsProps) => (
  <p class="field">
    <label class="tick">
      <input
        type="checkbox"
        id="declaration"
        name="declaration"
        value="yes"
        aria-describedby={problems.has('declaration') ? 'declaration-problem' : undefined}
        aria-invalid={problems.has('declaration') ? 'true' : undefined}
      />{' '}
      {words.declaration}
    </label>
    {problems.has('declaration') && (
      <span class="problem" id="declaration-problem">
        {problems.get('declaration')?.join(' ')}
      </span>
    )}
  </p>
);
