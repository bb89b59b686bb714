/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { leaveOn } from '../../../domain/people/leave.ts';
import { maskMobile } from '../../../domain/people/masked.ts';
import type { Role } from '../../../domain/plan/plan.ts';
import { BouncedMark } from '../contacts/bounced-mark.tsx';
import { awayUntil, leaveHref } from '../leaves/leave-text.ts';
import { type Frame, mayHere } from '../shared/frame.ts';
import { ListTable } from '../shared/list-table.tsx';
import type { UnitProps } from './unit-view.ts';

const ROLES: readonly Role[] = ['liaison', 'deputy', 'leader', 'head', 'officer', 'chief'];

export function UnitContacts({ frame, people: { contacts, leaves }, record, bounced }: UnitProps) {
  const { words, rules, now } = frame;
  if (contacts.length === 0) return <p class="bad">{words.noContact}</p>;
  const today = rules.zone.dayOf(now);
  const mayEnter = mayHere(frame, 'tend contacts');
  return (
    <ListTable
      deeds={mayEnter}
      columns={[
        words.role,
        words.name,
        words.phone,
        words.mobile,
        words.email,
        ...(mayEnter ? [words.leave] : []),
      ]}
    >
      <tbody>
        {contacts
          .toSorted((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role))
          .map((contact) => (
            <tr>
              <td>{words.roles[contact.role]}</td>
              <td>
                {contact.name} <Away frame={frame} leave={leaveOn(contact, leaves, today)} />
              </td>
              <td>{contact.phone}</td>
              <td>{contact.mobile && maskMobile(contact.mobile)}</td>
              <td class="long">
                {contact.email}{' '}
                <BouncedMark
                  frame={frame}
                  bounced={bounced.get((contact.email ?? '').toLowerCase())}
                  back={`/${record.round.period}/${record.obligation.unit}`}
                />
              </td>
              {mayEnter && (
                <td>
                  <a
                    href={leaveHref(frame, contact)}
                    aria-label={`${words.leaveOf} ${contact.name}`}
                  >
                    {words.leaveOf}
                  </a>
                </td>
              )}
            </tr>
          ))}
      </tbody>
    </ListTable>
  );
}

/** Warns that mail to the unit's people comes back. */
export function BouncedWarning({ frame, people: { contacts }, bounced }: UnitProps) {
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

type LeaveProps = { readonly frame: Frame; readonly leave: LeaveOfDay };
type LeaveOfDay = ReturnType<typeof leaveOn>;

const Away = ({ frame, leave }: LeaveProps) =>
  leave && <span class="tag">{awayUntil(frame, leave)}</span>;
