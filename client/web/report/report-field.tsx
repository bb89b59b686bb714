/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { FieldProblem } from '../../../domain/obligation/limits.ts';
import type { Words } from '../shared/language.ts';
import type { ReportValues } from './form-values.ts';

/** What every part of the form is drawn from. */
export type FieldsProps = {
  readonly words: Words;
  readonly values: ReportValues;
  /** By the name of the field, each a sentence. */
  readonly problems: ReadonlyMap<string, readonly string[]>;
  /** Address of a page that answers the buttons inside items itself, without going anywhere. */
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
  /** In characters; said beside the label, refused by the server, never cut off while typing. */
  readonly most: number;
  readonly rows?: number;
};

/** One text of the form, with its limit, and what is wrong with it right below. */
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
        // A parser drops the first line break after the tag.
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
