/** cuibao account list | add | end: users who are not contacts of a unit. */
import { ROLE } from '../../domain/field-words.ts';
import { maskMobile, maskMobilesIn } from '../../domain/people/masked.ts';
import type { AccountRole } from '../../domain/people/roles.ts';
import { Problem } from '../../domain/problem.ts';
import { type AccountRow, readAccounts } from '../../store/read/grants.ts';
import { onPlan } from '../command.ts';
import { type Context, withPlan } from './context.ts';
import { type ActOptions, answer, wishOf } from './terminal/answer.ts';
import { say, sayJson } from './terminal/say.ts';
import { table } from './terminal/table.ts';
import { moment } from './terminal/time.ts';

export const listAccounts = (context: Context, { json }: { json?: true }): Promise<void> =>
  withPlan(context, async ({ pool, plan, rules }) => {
    const accounts = (await readAccounts(pool, plan.id)).filter(({ endedAt }) => endedAt === null);
    if (json) {
      return sayJson(
        maskMobilesIn(accounts.map((one) => ({ ...one, addedAt: rules.zone.iso(one.addedAt) }))),
      );
    }
    if (accounts.length === 0) return say('除联系人外没有其他用户；用 account add 加入。');
    const columns = ['身份', '姓名', '邮箱', '手机', '加入'].map((title) => ({ title, width: 18 }));
    const row = (one: AccountRow) => [
      ROLE[one.role],
      one.name,
      one.email ?? '',
      one.mobile === null ? '' : maskMobile(one.mobile),
      moment(one.addedAt, rules.zone),
    ];
    say(table(columns, accounts.map(row)));
  });

export const addAccount = (
  context: Context,
  role: AccountRole,
  name: string,
  options: ActOptions & { email?: string; mobile?: string },
): Promise<void> =>
  withPlan(context, async (deps) => {
    const { email = null, mobile = null } = options;
    const act = { kind: 'add-account', role, name, email, mobile } as const;
    const wish = wishOf(deps, 'administrator', options);
    answer(await onPlan(deps, wish, deps.plan.id, act), deps.rules.zone, options);
  });

export const endAccount = (
  context: Context,
  name: string,
  options: ActOptions & { role?: string; reason: string },
): Promise<void> =>
  withPlan(context, async (deps) => {
    const { pool, plan } = deps;
    const found = (await readAccounts(pool, plan.id)).filter(
      (one) =>
        one.endedAt === null &&
        one.name === name &&
        (options.role === undefined || one.role === options.role),
    );
    const [only] = found;
    if (!only) throw new Problem('not_found', `没有用户“${name}”；用 account list 查看现有的。`);
    if (found.length > 1) {
      throw new Problem(
        'invalid',
        `“${name}”有${found.length}个身份，请用 --role 指明停用哪一个。`,
      );
    }
    const act = { kind: 'end-account', account: only.id, reason: options.reason } as const;
    const wish = wishOf(deps, 'administrator', options);
    answer(await onPlan(deps, wish, plan.id, act), deps.rules.zone, options);
  });
