/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Leave } from '../../../domain/people/leave.ts';
import type { NumberedContact } from '../../../domain/plan-change/situation.ts';
import type { Frame } from '../shared/frame.ts';
import { Layout } from '../shared/layout.tsx';
import { Refusal, TextField } from '../shared/text-field.tsx';
import { leaveSpan } from './leave-text.ts';

export type TypedLeave = Readonly<
  Record<'from' | 'until' | 'by' | 'name' | 'email' | 'mobile' | 'phone', string>
>;

type Props = {
  readonly frame: Frame;
  readonly contact: NumberedContact;
  /** Present and future. */
  readonly leaves: readonly Leave[];
  readonly typed: TypedLeave;
  readonly id: string;
  readonly here: string;
  readonly refusal?: string | undefined;
  readonly done?: string | undefined;
};

/** When a contact is away, and who is reached instead. */
export function LeavePage(props: Props) {
  const { frame, contact, here, refusal, done } = props;
  const { words, rules } = frame;
  const unit = rules.plan.units.find(({ code }) => code === contact.unit)?.name ?? contact.unit;
  const title = `${unit} · ${words.roles[contact.role]} ${contact.name}`;
  return (
    <Layout frame={frame} title={`${words.leave} · ${title}`} here={here} done={done}>
      <h1>{words.leave}</h1>
      <p class="lead">{title}</p>
      <Refusal words={words} refusal={refusal} />
      <Present {...props} />
      <Form {...props} />
    </Layout>
  );
}

const Present = ({ frame, leaves, here, id }: Props) => (
  <>
    {leaves.length === 0 && <p>{frame.words.noLeave}</p>}
    {leaves.map((leave, index) => (
      <form class="inline" method="post" action={`${here}/end`}>
        <input type="hidden" name="id" value={`${id}-end-${index}`} />
        <input type="hidden" name="leave" value={leave.id} />
        <span>{leaveSpan(frame, leave)}</span>{' '}
        <button class="second" type="submit">
          {frame.words.endLeave}
        </button>
      </form>
    ))}
  </>
);

function Form({ frame: { words }, contact, typed, id, here }: Props) {
  const isLiaison = contact.role === 'liaison';
  return (
    <form class="card" method="post" action={here}>
      <h2>{words.setLeave}</h2>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="seen" value={contact.mark} />
      <DayField name="from" label={words.leaveFrom} value={typed.from} />
      <DayField name="until" label={words.leaveUntil} value={typed.until} />
      {isLiaison && (
        <fieldset class="field">
          <legend>{words.substituteBy}</legend>
          <Choice value="deputy" label={words.byDeputy} checked={typed.by !== 'person'} />
          <Choice value="person" label={words.byPerson} checked={typed.by === 'person'} />
        </fieldset>
      )}
      <TextField
        name="name"
        label={words.substituteName}
        value={typed.name}
        required={!isLiaison}
      />
      <TextField name="email" label={words.contactFields.email} value={typed.email} />
      <TextField name="mobile" label={words.contactFields.mobile} value={typed.mobile} />
      <TextField name="phone" label={words.contactFields.phone} value={typed.phone} />
      <p class="why">{isLiaison ? words.leaveFollowsLiaison : words.leaveFollows}</p>
      <button type="submit">{words.keepLeave}</button>
    </form>
  );
}

type FieldProps = { readonly name: string; readonly label: string; readonly value: string };
const DayField = ({ name, label, value }: FieldProps) => (
  <p class="field">
    <label for={name}>{label}</label>
    <input id={name} name={name} type="date" value={value} required />
  </p>
);

type ChoiceProps = { readonly value: string; readonly label: string; readonly checked: boolean };
const Choice = ({ value, label, checked }: ChoiceProps) => (
  <label class="tick">
    <input type="radio" name="by" value={value} checked={checked} /> {label}
  </label>
);
