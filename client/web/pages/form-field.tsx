/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Field } from '../acts/act-form.ts';
import type { Words } from '../shared/language.ts';

type FormFieldProps = {
  readonly field: Field;
  readonly words: Words;
  readonly value: string;
  readonly problem?: string | undefined;
};

/** A labelled control with its problem beside it, tied together for screen readers. */
export function FormField({ field, words, value, problem }: FormFieldProps) {
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
        // A parser drops the first line break after the tag.
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
