/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { ContactState } from '../../../../store/contact-states.ts';
import type { NumberedContact } from '../../../../store/plan-contacts.ts';
import type { Frame } from '../../frame.ts';
import { maskedMobile, shortTime } from '../../shown.ts';
import { linkTo } from '../../words.ts';
import { AdminLayout } from './admin-layout.tsx';

type Props = {
  readonly frame: Frame;
  readonly contacts: readonly NumberedContact[];
  readonly states: ReadonlyMap<string, ContactState>;
  readonly failing: boolean;
  readonly done?: string | undefined;
};

/** Everybody the plan names, with what became of the last message to each address. */
export function ContactsPage({ frame, contacts, states, failing, done }: Props) {
  const { words, language } = frame;
  const shown = failing ? contacts.filter(isFailing(states)) : contacts;
  return (
    <AdminLayout
      frame={frame}
      at="/admin/contacts"
      query={failing ? { failing: 'yes' } : {}}
      done={done}
    >
      <p class="filter">
        <a
          href={linkTo('/admin/contacts', language, failing ? {} : { failing: 'yes' })}
          aria-current={failing ? 'page' : undefined}
        >
          {failing ? words.anything : words.onlyFailing}
        </a>
        {`（${shown.length}）`}
      </p>
      <table class="list">
        <thead>
          <tr>
            <th scope="col">{words.unit}</th>
            <th scope="col">{words.role}</th>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.email}</th>
            <th scope="col">{words.lastMail}</th>
            <th scope="col">{words.mobile}</th>
            <th scope="col">{words.lastSms}</th>
            <th scope="col">{words.editContact}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((contact) => (
            <Row frame={frame} contact={contact} states={states} />
          ))}
        </tbody>
      </table>
    </AdminLayout>
  );
}

const BAD = ['rejected', 'unknown', 'given up', 'failed for now'];

const isFailing =
  (states: Props['states']) =>
  ({ email, mobile, role }: NumberedContact): boolean =>
    [email, mobile].some((address) => BAD.includes(states.get(address ?? '')?.state ?? '')) ||
    (role === 'liaison' && email === null && mobile === null);

type RowProps = Pick<Props, 'frame' | 'states'> & { readonly contact: NumberedContact };

function Row({ frame, contact, states }: RowProps) {
  const { words, language, rules } = frame;
  const { unit, role, ordinal, name, email, mobile } = contact;
  const unitName = rules.plan.units.find(({ code }) => code === unit)?.name ?? unit;
  return (
    <tr>
      <td>{unitName}</td>
      <td>{words.roles[role]}</td>
      <td>{name}</td>
      <td class="long">{email}</td>
      <td>
        <State frame={frame} state={states.get(email ?? '')} />
      </td>
      <td class="phone">{mobile && maskedMobile(mobile)}</td>
      <td>
        <State frame={frame} state={states.get(mobile ?? '')} />
      </td>
      <td>
        <a
          href={linkTo(`/admin/contacts/${unit}/${role}/${ordinal}`, language)}
          aria-label={`${words.editContact} ${unitName} ${words.roles[role]}`}
        >
          {words.editContact}
        </a>
      </td>
    </tr>
  );
}

const State = ({ frame, state }: { frame: Frame; state: ContactState | undefined }) =>
  state === undefined ? (
    <small>{frame.words.neverTried}</small>
  ) : (
    <span class={BAD.includes(state.state) ? 'tag bad' : 'tag'}>
      {`${frame.words.deliveryStates[state.state]} ${shortTime(frame, state.at)}`}
    </span>
  );
