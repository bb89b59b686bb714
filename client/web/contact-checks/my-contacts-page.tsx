/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { partsOf } from '../../../domain/obligation/obligation.ts';
import type { ContactCheck } from '../../../domain/people/contact-check.ts';
import { maskMobile } from '../../../domain/people/masked.ts';
import type { NumberedContact } from '../../../domain/plan-change/situation.ts';
import type { Frame } from '../shared/frame.ts';
import { Layout } from '../shared/layout.tsx';
import { periodName } from '../shared/shown.ts';
import { Refusal } from '../shared/text-field.tsx';
import { Answer, NameContactsForm, type RefusedAnswer } from './name-contacts-form.tsx';

export type OwnCheck = {
  readonly check: ContactCheck;
  /** Those of the unit. */
  readonly contacts: readonly NumberedContact[];
};

type Props = {
  readonly frame: Frame;
  readonly own: readonly OwnCheck[];
  readonly id: string;
  readonly done?: string | undefined;
  readonly refused?: RefusedAnswer | undefined;
};

/** The contact check for a liaison: confirm, or name others. */
export const MyContactsPage = ({ frame, own, id, done, refused }: Props) => (
  <Layout frame={frame} title={frame.words.myContacts} here="/mine/contacts" done={done}>
    <h1>{frame.words.myContacts}</h1>
    {own.length === 0 && <p>{frame.words.notAsked}</p>}
    {own.map((one) => (
      <Own
        frame={frame}
        own={one}
        id={`${id}-${one.check.unit}`}
        refused={refused?.unit === one.check.unit ? refused : undefined}
      />
    ))}
  </Layout>
);

type OwnProps = {
  readonly frame: Frame;
  readonly own: OwnCheck;
  readonly id: string;
  readonly refused: RefusedAnswer | undefined;
};

function Own({ frame, own: { check, contacts }, id, refused }: OwnProps) {
  const { words, rules, language } = frame;
  const name = rules.plan.units.find(({ code }) => code === check.unit)?.name ?? check.unit;
  const action = `/mine/contacts/${check.unit}`;
  return (
    <section class="mine">
      <h2>
        {`${name} · ${periodName(language, partsOf(check.round).period)} `}
        <span class="badge">{words.checkStates[check.state]}</span>
      </h2>
      <Refusal words={words} refusal={refused?.sentence} />
      {check.reason && <p class="box warn">{`${words.contactsRefused}：${check.reason}`}</p>}
      {check.state === 'named' && <p>{words.waitsForOfficer}</p>}
      <ul>
        {(['liaison', 'deputy'] as const).map((role) => (
          <li>{`${words.roles[role]}：${inWords(contacts, role) ?? words.noContact}`}</li>
        ))}
      </ul>
      {check.state !== 'named' && (
        <Answer action={action} id={id} answer="confirm" word={words.unchanged} about={name} />
      )}
      <details open={refused?.typed !== undefined}>
        <summary>{words.othersNow}</summary>
        <NameContactsForm
          words={words}
          action={action}
          id={id}
          contacts={contacts}
          typed={refused?.typed}
        />
      </details>
    </section>
  );
}

function inWords(
  contacts: readonly NumberedContact[],
  role: 'liaison' | 'deputy',
): string | undefined {
  const found = contacts.find((one) => one.role === role && one.ordinal === 1);
  return (
    found &&
    [found.name, found.email, found.mobile && maskMobile(found.mobile), found.phone]
      .filter(Boolean)
      .join('，')
  );
}
