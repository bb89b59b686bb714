/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { ContactPlace } from '../../../domain/plan-change/act.ts';
import { AdminLayout } from '../admin/admin-layout.tsx';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { Refusal, TextField } from '../shared/text-field.tsx';

export type TypedContact = {
  readonly name: string;
  readonly email: string;
  readonly mobile: string;
  readonly phone: string;
  /** Mark of the contact's state when the form was opened. */
  readonly seen: string;
};

type Props = {
  readonly frame: Frame;
  readonly place: ContactPlace;
  readonly typed: TypedContact;
  /** The place has a contact already. */
  readonly known: boolean;
  readonly id: string;
  readonly here: string;
  /** `failures` when the visitor came from there. */
  readonly back: string;
  readonly refusal?: string | undefined;
};

/** One contact with full numbers: the only page that shows them, because they are edited here. */
export function ContactPage({ frame, place, typed, known, id, here, back, refusal }: Props) {
  const { words, language, rules } = frame;
  const unit = rules.plan.units.find(({ code }) => code === place.unit)?.name ?? place.unit;
  const title = `${unit} · ${words.roles[place.role]}`;
  const home = back === 'failures' ? '/admin/failures' : '/admin/contacts';
  return (
    <AdminLayout frame={frame} at="/admin/contacts" title={title} here={here}>
      <Refusal words={words} refusal={refusal} />
      <form class="card" method="post" action={here}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="seen" value={typed.seen} />
        <input type="hidden" name="back" value={back} />
        <TextField name="name" label={words.contactFields.name} value={typed.name} required />
        <TextField name="email" label={words.contactFields.email} value={typed.email} />
        <TextField name="mobile" label={words.contactFields.mobile} value={typed.mobile} />
        <TextField name="phone" label={words.contactFields.phone} value={typed.phone} />
        <p class="why">{words.contactFollows}</p>
        <p class="actions">
          <button type="submit">{words.keepContact}</button>
          <a href={linkTo(home, language)}>{words.backFromAct}</a>
        </p>
      </form>
      {known && place.role !== 'liaison' && (
        <form class="card" method="post" action={`${here}/remove`}>
          <h2>{words.removeContact}</h2>
          <input type="hidden" name="id" value={`${id}-remove`} />
          <input type="hidden" name="seen" value={typed.seen} />
          <input type="hidden" name="seen" value={typed.seen} />
          <TextField name="reason" label={words.fields.reason} value="" required />
          <button class="danger" type="submit">
            {words.removeContact}
          </button>
        </form>
      )}
    </AdminLayout>
  );
}
