/** Accounts: users of the pages who are not contacts of the roster. */

import { addressesOf } from '../people/address-owners.ts';
import { reachProblem } from '../people/addresses.ts';
import { type Refusal, refuse } from '../problem.ts';
import type { PlanAct } from './act.ts';
import type { PlanOutcome, PlanSituation } from './situation.ts';

type Act<Kind extends PlanAct['kind']> = Extract<PlanAct, { kind: Kind }>;

/** Refused for a person who has the role already, by another account or as a contact. */
export function addAccount(
  { accounts, contacts }: PlanSituation,
  act: Act<'add-account'>,
): PlanOutcome | Refusal {
  const problem = reachProblem(act);
  if (problem !== null) return refuse('invalid', problem);
  const own = addressesOf(act);
  const same = [...accounts, ...contacts].find(
    (one) => one.role === act.role && addressesOf(one).some((address) => own.includes(address)),
  );
  if (same) return refuse('refused', `${same.name}已有这一身份，不必再加。`);
  return { ok: true, message: `已加入${act.name}；用登记的邮箱或手机号即可登录。` };
}

/** The last administrator cannot be removed. */
export function endAccount(
  { accounts }: PlanSituation,
  act: Act<'end-account'>,
): PlanOutcome | Refusal {
  const account = accounts.find(({ id }) => id === act.account);
  if (!account) return refuse('not_found', '没有这个用户，或已停用。');
  if (act.reason.trim() === '') return refuse('invalid', '停用须写明原因。');
  const others = accounts.filter((one) => one.role === account.role && one.id !== account.id);
  if (account.role === 'administrator' && others.length === 0) {
    return refuse('refused', `${account.name}是唯一的管理员，请先加入另一位管理员，再停用。`);
  }
  return { ok: true, message: `已停用${account.name}：${act.reason}` };
}
