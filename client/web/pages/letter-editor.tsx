/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import {
  LETTER_FIELDS,
  type LetterField,
  type LetterValues,
  letterLimit,
} from '../letters/letter-form.ts';
import type { Frame } from '../shared/frame.ts';

type EditorProps = {
  readonly frame: Frame;
  readonly here: string;
  readonly values: LetterValues;
  readonly hidden: Readonly<Record<string, string>>;
  readonly problems?: Partial<Record<LetterField, string>>;
};

/** Signature, date and number are not among the fields: they are the machine's. */
export const LetterEditor = ({ frame: { words }, here, values, hidden, problems }: EditorProps) => (
  <form class="card letter-editor" method="post" action={here}>
    <h2>{words.editLetter}</h2>
    <p class="why">{words.editLetterHint}</p>
    {Object.entries(hidden).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    {LETTER_FIELDS.map((field) => {
      const problem = problems?.[field];
      const shared = {
        id: field,
        name: field,
        required: true,
        maxlength: letterLimit(field),
        'aria-invalid': problem ? ('true' as const) : undefined,
        'aria-describedby': problem ? `${field}-problem` : undefined,
      };
      return (
        <p class="field">
          <label for={field}>{words.letterFields[field]}</label>
          {field === 'addressee' ? (
            <input {...shared} type="text" value={values[field]} />
          ) : (
            <textarea {...shared} rows={field === 'title' ? 2 : 10}>
              {`\n${values[field]}`}
            </textarea>
          )}
          {problem && (
            <span class="problem" id={`${field}-problem`}>
              {problem}
            </span>
          )}
        </p>
      );
    })}
    <p class="actions">
      <button type="submit">{words.keepLetter}</button>
    </p>
  </form>
);
