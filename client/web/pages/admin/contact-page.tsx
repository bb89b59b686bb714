/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { NumberedContact } from '../../../../store/plan-contacts.ts';
import type { Frame } from '../../frame.ts';
import { linkTo } from '../../words.ts';
import { Refusal, TextField } from './admin-field.tsx';
import { AdminLayout } from './admin-layout.tsx';

export type TypedContact = {
  readonly name: string;
  readonly email: string;
  readonly mobile: string;
  readonly phone: string;
};

type Props = {
  readonly frame: Frame;
  readonly contact: NumberedContact;
  readonly typed: TypedContact;
  readonly id: string;
  readonly here: string;
  readonly refusal?: string | undefined;
};

/** One contact, with its numbers in full: here alone, where they are changed. */
export function ContactPage({ frame, contact, typed, id, here, refusal }: Props) {
  const { words, language, rules } = frame;
  const unit = rules.plan.units.find(({ code }) => code === contact.unit)?.name ?? contact.unit;
  const title = `${unit} · ${words.roles[contact.role]}`;
  return (
    <AdminLayout frame={frame} at="/admin/contacts" title={title} here={here}>
      <Refusal words={words} refusal={refusal} />
      <form class="card" method="post" action={here}>
        <input type="hidden" name="id" value={id} />
        <TextField name="name" label={words.contactFields.name} value={typed.name} required />
        <TextField name="email" label={words.contactFields.email} value={typed.email} />
        <TextField name="mobile" label={words.contactFields.mobile} value={typed.mobile} />
        <TextField name="phone" label={words.contactFields.phone} value={typed.phone} />
        <p class="actions">
          <button type="submit">{words.editContact}</button>
          <a href={linkTo('/admin/contacts', language)}>{words.backFromAct}</a>
        </p>
      </form>
    </AdminLayout>
  );
}
