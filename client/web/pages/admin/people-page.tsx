/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { ACCOUNT_ROLES } from '../../../../domain/plan-act.ts';
import type { AccountRow } from '../../../../store/accounts.ts';
import type { Person } from '../../../../store/grants.ts';
import type { Frame } from '../../frame.ts';
import { dateTime, maskedMobile } from '../../shown.ts';
import { Refusal, TextField } from './admin-field.tsx';
import { AdminLayout } from './admin-layout.tsx';

export type NewAccount = {
  readonly role: string;
  readonly name: string;
  readonly email: string;
  readonly mobile: string;
};

type Props = {
  readonly frame: Frame;
  readonly accounts: readonly AccountRow[];
  readonly people: readonly Person[];
  readonly typed: NewAccount;
  readonly id: string;
  readonly refusal?: string;
  readonly done?: string | undefined;
};

export function PeoplePage({ frame, accounts, people, typed, id, refusal, done }: Props) {
  const { words } = frame;
  return (
    <AdminLayout frame={frame} at="/admin/people" done={done}>
      <p class="why">{words.accountsHint}</p>
      <Refusal words={words} refusal={refusal} />
      {accounts.length > 0 && (
        <table class="list">
          <thead>
            <tr>
              <th scope="col">{words.accountRole}</th>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.email}</th>
              <th scope="col">{words.mobile}</th>
              <th scope="col">{words.since}</th>
              <th scope="col">{words.endAccount}</th>
            </tr>
          </thead>
          <tbody>
            {accounts.map((account) => (
              <Row frame={frame} account={account} />
            ))}
          </tbody>
        </table>
      )}
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
      <form class="card" method="post" action="/admin/people/end-sessions">
        <h2>{words.endSessions}</h2>
        <p class="field">
          <label for="address">{words.addressOfPerson}</label>
          <input id="address" name="address" list="addresses" required />
          <datalist id="addresses">
            {people.slice(0, 500).map(({ address, name }) => (
              <option value={address}>{name}</option>
            ))}
          </datalist>
        </p>
        <button type="submit">{words.endSessions}</button>
      </form>
    </AdminLayout>
  );
}

const Row = ({ frame, account }: { frame: Frame; account: AccountRow }) => (
  <tr>
    <td>{frame.words.webRoles[account.role]}</td>
    <td>{account.name}</td>
    <td class="long">{account.email}</td>
    <td>{account.mobile && maskedMobile(account.mobile)}</td>
    <td class="when">{dateTime(frame, account.addedAt)}</td>
    <td>
      {account.endedAt === null ? (
        <form class="inline" method="post" action="/admin/people/end">
          <input type="hidden" name="account" value={account.id} />
          <input
            name="reason"
            required
            aria-label={`${frame.words.fields.reason} ${account.name}`}
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
