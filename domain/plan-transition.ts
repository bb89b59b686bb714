/** Whether something that concerns a whole plan may be done, and the sentence for the person. */
import { isEmail, isMobile, isPhone } from './addresses.ts';
import { maskMobile } from './masked.ts';
import type { Contact, Plan } from './plan.ts';
import type { Account, ContactPlace, PlanAct } from './plan-act.ts';
import { type Refusal, refuse } from './transition/change.ts';

export type PlanSituation = {
  readonly plan: Plan;
  readonly contacts: readonly (Contact & { readonly ordinal: number })[];
  /** Those that have not ended. */
  readonly accounts: readonly Account[];
  /** The calendar feed that `revoke-feed` names is there. */
  readonly feedFound: boolean;
};

export type PlanOutcome = { readonly ok: true; readonly message: string };

export function planTransition(now: PlanSituation, act: PlanAct): PlanOutcome | Refusal {
  switch (act.kind) {
    case 'add-account':
      return addAccount(now, act);
    case 'end-account':
      return endAccount(now, act);
    case 'set-contact':
      return setContact(now, act);
    case 'remove-contact':
      return removeContact(now, act);
    case 'read-out-code':
      return readOut(now, act);
    case 'end-sessions':
      return done('已让该人在所有设备上退出。');
    case 'turn-ranking':
      return done(act.on ? '已开启排名，经办人员可见。' : '已关闭排名。');
    case 'make-feed':
      return done('日历订阅地址已生成；地址只显示这一次，请妥善保管。');
    case 'revoke-feed':
      return now.feedFound
        ? done('日历订阅地址已作废。')
        : refuse('not_found', '没有这个日历订阅地址，或已作废。');
    case 'import':
      return refuse('refused', '导入记录由导入本身写入，不能单独添加。');
  }
}

const done = (message: string): PlanOutcome => ({ ok: true, message });

type Act<Kind extends PlanAct['kind']> = Extract<PlanAct, { kind: Kind }>;

function addAccount({ accounts }: PlanSituation, act: Act<'add-account'>): PlanOutcome | Refusal {
  const problem = addressProblem(act);
  if (problem !== null) return refuse('invalid', problem);
  const same = accounts.find(
    (account) =>
      account.role === act.role &&
      ((act.email !== null && account.email === act.email) ||
        (act.mobile !== null && account.mobile === act.mobile)),
  );
  if (same) return refuse('refused', `${same.name}已有这一身份，不必再加。`);
  return done(`已加入${act.name}；用登记的邮箱或手机号即可登录。`);
}

/** Nobody may be locked out of the administration; whoever owns the terminal can still print a link. */
function endAccount({ accounts }: PlanSituation, act: Act<'end-account'>): PlanOutcome | Refusal {
  const account = accounts.find(({ id }) => id === act.account);
  if (!account) return refuse('not_found', '没有这个用户，或已停用。');
  if (act.reason.trim() === '') return refuse('invalid', '停用须写明原因。');
  const others = accounts.filter((one) => one.role === account.role && one.id !== account.id);
  if (account.role === 'administrator' && others.length === 0) {
    return refuse('refused', `${account.name}是唯一的管理员，请先加入另一位管理员，再停用。`);
  }
  return done(`已停用${account.name}：${act.reason}`);
}

function setContact(now: PlanSituation, act: Act<'set-contact'>): PlanOutcome | Refusal {
  const { place, contact } = act;
  const unit = now.plan.units.find(({ code }) => code === place.unit);
  if (!unit) return refuse('not_found', `名册里没有单位“${place.unit}”。`);
  const problem = addressProblem(contact);
  if (problem !== null) return refuse('invalid', problem);
  const before = at(now, place);
  const taken = now.contacts.filter((c) => c.unit === place.unit && c.role === place.role).length;
  if (!before && place.ordinal !== taken + 1) {
    return refuse('invalid', `${unit.name}没有第${place.ordinal}位这一角色的联系人。`);
  }
  if (!before && taken > 0 && place.role !== 'officer') {
    return refuse('refused', `${unit.name}的这一角色只能有一位联系人，请改已有的那位。`);
  }
  const was = before && before.name !== contact.name ? `（原为${before.name}）` : '';
  return done(`${unit.name}的联系人已改为${contact.name}${was}，今后的信息发给新的联系方式。`);
}

function removeContact(now: PlanSituation, act: Act<'remove-contact'>): PlanOutcome | Refusal {
  const before = at(now, act.place);
  if (!before) return refuse('not_found', '没有这位联系人，或已删去。');
  if (act.reason.trim() === '') return refuse('invalid', '删去联系人须写明原因。');
  if (before.role === 'liaison') {
    return refuse('refused', `${before.name}是联络员，不能只删不补；请改为新的联络员。`);
  }
  return done(`已删去联系人${before.name}：${act.reason}`);
}

function readOut(now: PlanSituation, act: Act<'read-out-code'>): PlanOutcome | Refusal {
  const holds = (one: Pick<Contact, 'email' | 'mobile'>) =>
    one.email?.toLowerCase() === act.address || one.mobile === act.address;
  if (act.checked.trim() === '') return refuse('invalid', '请写明怎样核对了来电人的身份。');
  if (now.accounts.some((account) => account.role === 'administrator' && holds(account))) {
    return refuse('refused', '管理员的验证码不能口头告知；请用终端里的登录链接。');
  }
  const person = [...now.contacts, ...now.accounts].find(holds);
  if (!person) {
    return refuse('not_found', `“${maskMobile(act.address)}”没有登记在本方案的联系人或用户里。`);
  }
  return done(`已生成告知${person.name}的验证码；核对方式：${act.checked}`);
}

const at = ({ contacts }: PlanSituation, { unit, role, ordinal }: ContactPlace) =>
  contacts.find((c) => c.unit === unit && c.role === role && c.ordinal === ordinal);

type Reached = Pick<Account, 'name' | 'email' | 'mobile'> & { readonly phone?: string | null };

function addressProblem({ name, email, mobile, phone = null }: Reached): string | null {
  if (name.trim() === '') return '姓名没有填，请填写。';
  if (email === null && mobile === null) return '邮箱和手机至少填一项，否则什么都送不到。';
  if (email !== null && !isEmail(email)) {
    return `邮箱“${email}”不合格式；应如 name@example.gov.cn。`;
  }
  if (mobile !== null && !isMobile(mobile)) return `手机“${mobile}”不合格式；应为11位手机号。`;
  if (phone !== null && !isPhone(phone)) {
    return `电话“${phone}”不合格式；应如 0760-88888888，分机写作 0760-88888888-123。`;
  }
  return null;
}
