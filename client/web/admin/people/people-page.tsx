/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { maskMobile } from '../../../../domain/people/masked.ts';
import { ACCOUNT_ROLES } from '../../../../domain/people/roles.ts';
import type { Role } from '../../../../domain/plan/plan.ts';
import type { NumberedContact } from '../../../../domain/plan-change/situation.ts';
import type { AccountRow } from '../../../../store/read/grants.ts';
import type { Frame } from '../../shared/frame.ts';
import { linkTo } from '../../shared/language.ts';
import { ListTable } from '../../shared/list-table.tsx';
import { dateTime } from '../../shared/shown.ts';
import { Refusal, TextField } from '../../shared/text-field.tsx';
import { AdminLayout } from '../admin-layout.tsx';

export type NewAccount = {
  readonly role: string;
  readonly name: string;
  readonly email: string;
  readonly mobile: string;
};

type Props = {
  readonly frame: Frame;
  readonly accounts: readonly AccountRow[];
  readonly contacts: readonly NumberedContact[];
  readonly typed: NewAccount;
  readonly id: string;
  readonly refusal?: string;
  readonly done?: string | undefined;
};

export function PeoplePage({ frame, accounts, contacts, typed, id, refusal, done }: Props) {
  const { words, language } = frame;
  return (
    <AdminLayout frame={frame} at="/admin/people" done={done}>
      <Refusal words={words} refusal={refusal} />
      <p>
        <a href={linkTo('/admin/people/sessions', language)}>{words.signedInNow}</a>
      </p>
      <h2>{words.accounts}</h2>
      <p class="why">{words.accountsHint}</p>
      {accounts.length > 0 && <AccountsTable frame={frame} accounts={accounts} id={id} />}
      <AccountForm frame={frame} typed={typed} id={id} />
      <h2>{words.byRoster}</h2>
      <Roster frame={frame} contacts={contacts} />
    </AdminLayout>
  );
}

const AccountForm = ({ frame: { words }, typed, id }: Pick<Props, 'frame' | 'typed' | 'id'>) => (
  <form class="card" method="post" action="/admin/people/add">
    <h2>{words.addAccount}</h2>
    <input type="hidden" name="id" value={id} />
    <p class="field">
      <label for="role">{words.accountRole}</label>
      <select id="role" name="role" required>
        <option value="">{words.chooseStatus}</option>
        {ACCOUNT_ROLES.map((role) => (
          <option value={role} selected={role === typed.role}>
            {words.webRoles[role]}
          </option>
        ))}
      </select>
    </p>
    <TextField name="name" label={words.contactFields.name} value={typed.name} required />
    <TextField name="email" label={words.contactFields.email} value={typed.email} />
    <TextField name="mobile" label={words.contactFields.mobile} value={typed.mobile} />
    <button type="submit">{words.addAccount}</button>
  </form>
);

const OF_BUREAU: readonly Role[] = ['officer', 'chief'];

/** The bureau's people by name. Those of units only as a number: the contacts page lists them. */
function Roster({ frame, contacts }: Pick<Props, 'frame' | 'contacts'>) {
  const { words, language } = frame;
  const roles = Object.keys(words.roles) as Role[];
  return (
    <>
      <dl class="pairs">
        {roles.map((role) => {
          const of = contacts.filter((contact) => contact.role === role);
          const names = of.map(({ name }) => name).join(words.comma);
          return (
            <>
              <dt>{words.roles[role]}</dt>
              <dd>{OF_BUREAU.includes(role) ? names || '—' : words.people(of.length)}</dd>
            </>
          );
        })}
      </dl>
      <p>
        <a href={linkTo('/admin/contacts', language)}>{words.contactsTitle}</a>
      </p>
    </>
  );
}

type AccountsProps = {
  readonly frame: Frame;
  readonly accounts: readonly AccountRow[];
  readonly id: string;
};

/** Active accounts first, each with a button to end it; then ended ones. */
const AccountsTable = ({ frame, accounts, id }: AccountsProps) => (
  <ListTable
    columns={[
      frame.words.accountRole,
      frame.words.name,
      frame.words.email,
      frame.words.mobile,
      frame.words.accountAdded,
      frame.words.endAccount,
    ]}
  >
    <tbody>
      {accounts.map((account) => (
        <AccountRowCells frame={frame} account={account} id={`${id}-${account.id}`} />
      ))}
    </tbody>
  </ListTable>
);

type RowProps = Pick<AccountsProps, 'frame' | 'id'> & { readonly account: AccountRow };

const AccountRowCells = ({ frame, account, id }: RowProps) => (
  <tr>
    <td>{frame.words.webRoles[account.role]}</td>
    <td>{account.name}</td>
    <td class="long">{account.email}</td>
    <td>{account.mobile && maskMobile(account.mobile)}</td>
    <td class="long">{`${dateTime(frame, account.addedAt)} ${account.addedBy}`}</td>
    <td class="long">
      {account.endedAt === null ? (
        <form class="inline" method="post" action="/admin/people/end">
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="account" value={account.id} />
          <input
            name="reason"
            required
            maxlength={500}
            aria-label={`${frame.words.endAccount} ${account.name}：${frame.words.fields.reason}`}
            placeholder={frame.words.fields.reason}
          />
          <button class="second" type="submit">
            {frame.words.endAccount}
          </button>
        </form>
      ) : (
        `${frame.words.ended} ${dateTime(frame, account.endedAt)}`
      )}
    </td>
  </tr>
);
