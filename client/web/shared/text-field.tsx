/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Words } from './language.ts';

type FieldProps = {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly required?: boolean;
};

export const TextField = ({ name, label, value, required = false }: FieldProps) => (
  <p class="field">
    <label for={name}>{label}</label>
    <input id={name} name={name} value={value} required={required} />
  </p>
);

/** Why a command was refused, above the form. */
export const Refusal = ({ words, refusal }: { words: Words; refusal?: string | undefined }) =>
  refusal === undefined ? null : (
    <div class="problem box" role="alert">
      <p>{`${words.notDone}：${refusal}`}</p>
    </div>
  );
