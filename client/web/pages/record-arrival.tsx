/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { RECORDED_WAYS, type RecordField } from '../record/record-form.ts';
import { describe, Labelled, type RecordFieldsProps } from './record-field.tsx';

/** Which way it came, when it really came, and what shows it. */
export const RecordArrival = (fields: RecordFieldsProps) => (
  <fieldset>
    <legend>{fields.words.arrived}</legend>
    <Labelled {...fields} field="way">
      <select id="way" name="way" required {...describe(fields, 'way')}>
        <option value="">{fields.words.chooseWay}</option>
        {RECORDED_WAYS.map((way) => (
          <option value={way} selected={way === fields.values.way}>
            {fields.words.ways[way]}
          </option>
        ))}
      </select>
    </Labelled>
    <div class="pair">
      <Labelled {...fields} field="receivedOn">
        <Input {...fields} field="receivedOn" type="date" />
      </Labelled>
      <Labelled {...fields} field="receivedAt">
        <Input {...fields} field="receivedAt" type="time" />
      </Labelled>
    </div>
    <Labelled {...fields} field="evidence">
      <Input {...fields} field="evidence" type="text" />
    </Labelled>
    <Labelled {...fields} field="proof">
      <input id="proof" name="proof" type="file" {...describe(fields, 'proof')} />
    </Labelled>
  </fieldset>
);

type TypedField = Exclude<RecordField, 'proof' | 'form' | 'way'>;
type InputProps = RecordFieldsProps & {
  readonly field: TypedField;
  readonly type: 'date' | 'time' | 'text';
};

const Input = ({ field, type, ...fields }: InputProps) => (
  <input
    id={field}
    name={field}
    type={type}
    required
    value={fields.values[field]}
    {...describe(fields, field)}
  />
);
