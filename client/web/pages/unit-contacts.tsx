/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Role } from '../../../domain/plan.ts';
import { maskedMobile } from '../shown.ts';
import { BouncedMark } from './bounced-mark.tsx';
import type { UnitProps } from './unit-props.ts';

const ROLES: readonly Role[] = ['liaison', 'deputy', 'leader', 'head', 'officer', 'chief'];

export function UnitContacts({ frame, contacts, record, bounced }: UnitProps) {
  const { words } = frame;
  if (contacts.length === 0) return <p class="bad">{words.noContact}</p>;
  return (
    <table class="list">
      <thead>
        <tr>
          <th scope="col">{words.role}</th>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.phone}</th>
          <th scope="col">{words.mobile}</th>
          <th scope="col">{words.email}</th>
        </tr>
      </thead>
      <tbody>
        {contacts
          .toSorted((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role))
          .map((contact) => (
            <tr>
              <td>{words.roles[contact.role]}</td>
              <td>{contact.name}</td>
              <td>{contact.phone}</td>
              <td>{contact.mobile && maskedMobile(contact.mobile)}</td>
              <td class="long">
                {contact.email}{' '}
                <BouncedMark
                  frame={frame}
                  bounced={bounced.get((contact.email ?? '').toLowerCase())}
                  back={`/${record.round.period}/${record.obligation.unit}`}
                />
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

/** What nobody who works on the unit should overlook: mail to its people comes back. */
export function BouncedWarning({ frame, contacts, bounced }: UnitProps) {
  const unreached = contacts.filter(
    ({ email }) => bounced.get((email ?? '').toLowerCase())?.verdict === 'undelivered',
  );
  if (unreached.length === 0) return null;
  const { words } = frame;
  const people = unreached.map(({ name, role }) => `${words.roles[role]} ${name}`);
  return (
    <p class="box warn" role="alert">
      {words.bouncedUnit(people.join('、'))}
    </p>
  );
}
