/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { LIMITS } from '../../../domain/obligation/limits.ts';
import { type FieldsProps, ReportField } from '../report/report-field.tsx';

type SignatoriesProps = FieldsProps & { readonly children?: unknown };

/** Who filled it in, checked it and signed it. */
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
