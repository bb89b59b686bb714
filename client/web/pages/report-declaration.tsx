/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { FieldsProps } from '../report/report-field.tsx';

/** Never ticked beforehand: it is said about this text, by whoever hands it in. */
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
