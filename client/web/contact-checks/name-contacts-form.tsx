/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { NumberedContact } from '../../../domain/plan-change/situation.ts';
import type { Words } from '../shared/language.ts';

type Props = {
  readonly words: Words;
  readonly action: string;
  readonly id: string;
  readonly contacts: readonly NumberedContact[];
  /** By field; after a refusal. */
  readonly typed?: Typed | undefined;
};

type Typed = Readonly<Record<string, string>>;

/** A refused answer, with the people it named. */
export type RefusedAnswer = {
  readonly unit: string;
  readonly sentence: string;
  readonly typed: Typed | undefined;
};

/** Names another liaison, another deputy, or both. Starts with the present ones. */
export const NameContactsForm = ({ words, action, id, contacts, typed }: Props) => (
  <form class="card" method="post" action={action}>
    <input type="hidden" name="id" value={`${id}-name`} />
    <input type="hidden" name="answer" value="name" />
    {(['liaison', 'deputy'] as const).map((role) => (
      <Person words={words} as={role} now={contacts.find(isFirst(role))} typed={typed} id={id} />
    ))}
    <button type="submit">{words.nameOthers}</button>
  </form>
);

const isFirst =
  (role: NumberedContact['role']) =>
  (one: NumberedContact): boolean =>
    one.role === role && one.ordinal === 1;

type PersonProps = {
  readonly words: Words;
  readonly as: 'liaison' | 'deputy';
  readonly now: NumberedContact | undefined;
  readonly typed: Typed | undefined;
  readonly id: string;
};

const Person = ({ words, as: role, now, typed, id }: PersonProps) => (
  <fieldset class="field">
    <legend>{words.roles[role]}</legend>
    {(['name', 'email', 'mobile', 'phone'] as const).map((field) => (
      <>
        <label for={`${id}-${role}-${field}`}>{words.contactFields[field]}</label>
        <input
          id={`${id}-${role}-${field}`}
          name={`${role}-${field}`}
          value={typed ? typed[`${role}-${field}`] : (now?.[field] ?? '')}
          maxlength={254}
          required={role === 'liaison' && field === 'name'}
        />
      </>
    ))}
  </fieldset>
);

/** An answer of one click: no change, or an officer's decision. */
export const Answer = (props: {
  readonly action: string;
  readonly id: string;
  readonly answer: 'confirm' | 'accept';
  readonly word: string;
  readonly about: string;
  /** One of many on the page: drawn lighter. */
  readonly isSecond?: boolean;
}) => (
  <form class="inline" method="post" action={props.action}>
    <input type="hidden" name="id" value={`${props.id}-${props.answer}`} />
    <input type="hidden" name="answer" value={props.answer} />
    <button
      class={props.isSecond ? 'second' : undefined}
      type="submit"
      aria-label={`${props.word} ${props.about}`}
    >
      {props.word}
    </button>
  </form>
);
