/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { RecordField, RecordProblems, RecordValues } from '../record/record-form.ts';
import type { Words } from '../shared/language.ts';

/** What every field of 代录 is drawn from. */
export type RecordFieldsProps = {
  readonly words: Words;
  readonly values: RecordValues;
  readonly problems: RecordProblems;
};

type OfField = RecordFieldsProps & { readonly field: RecordField };

export function Labelled({ words, field, problems, children }: OfField & { children: unknown }) {
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

export const describe = (
  { problems }: Pick<RecordFieldsProps, 'problems'>,
  field: RecordField,
) => ({
  'aria-describedby': problems[field] ? `${field}-problem ${field}-hint` : `${field}-hint`,
  'aria-invalid': problems[field] ? ('true' as const) : undefined,
});
