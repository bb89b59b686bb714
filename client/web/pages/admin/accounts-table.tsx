/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { AccountRow } from '../../../../store/write/accounts.ts';
import type { Frame } from '../../shared/frame.ts';
import { ListTable } from '../../shared/list-table.tsx';
import { dateTime, maskedMobile } from '../../shared/shown.ts';

type AccountsProps = {
  readonly frame: Frame;
  readonly accounts: readonly AccountRow[];
  readonly id: string;
};

/** Those in force first, each with the way to end it; then those that have ended. */
export const AccountsTable = ({ frame, accounts, id }: AccountsProps) => (
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
    <td>{account.mobile && maskedMobile(account.mobile)}</td>
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
