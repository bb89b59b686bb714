/** What each command on a whole plan does, as one pure function: the sentence for the person, or a refusal. */

import { ownersOf } from '../people/address-owners.ts';
import { maskMobile } from '../people/masked.ts';
import { type Refusal, refuse } from '../problem.ts';
import { addAccount, endAccount } from './accounts.ts';
import type { PlanAct } from './act.ts';
import { acceptContacts, confirmContacts, nameContacts, refuseContacts } from './contact-check.ts';
import { removeContact, setContact } from './contacts.ts';
import { endLeave, setLeave } from './leaves.ts';
import type { PlanOutcome, PlanSituation } from './situation.ts';

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
    case 'set-leave':
      return setLeave(now, act);
    case 'end-leave':
      return endLeave(now, act);
    case 'confirm-contacts':
      return confirmContacts(now);
    case 'name-contacts':
      return nameContacts(now, act);
    case 'accept-contacts':
      return acceptContacts(now);
    case 'refuse-contacts':
      return refuseContacts(now, act);
    case 'read-out-code':
      return readOut(now, act);
    case 'end-sessions':
      return endSessions(now, act);
    case 'turn-ranking':
      return done(act.on ? '已开启排名，经办人员可见。' : '已关闭排名。');
    case 'pause-sending':
      return pauseSending(now, act);
    case 'resume-sending':
      return now.sendingPaused
        ? done('已恢复全部发送；停发期间到点的，每个单位只补发最近一个节点。')
        : refuse('refused', '现在没有停发，不必恢复。');
    case 'make-feed':
      return makeFeed(now, act);
    case 'revoke-feed':
      return now.feedFound
        ? done('日历订阅地址已作废。')
        : refuse('not_found', '没有这个日历订阅地址，或已作废。');
    case 'clear-bounce':
      return now.bounced
        ? done(`已清除${act.address}的退信标记，今后照常发送。`)
        : refuse('not_found', `“${act.address}”没有退信标记，或已清除。`);
    case 'import':
      return refuse('refused', '导入记录由导入本身写入，不能单独添加。');
  }
}

const done = (message: string): PlanOutcome => ({ ok: true, message });

type Act<Kind extends PlanAct['kind']> = Extract<PlanAct, { kind: Kind }>;

function readOut(now: PlanSituation, act: Act<'read-out-code'>): PlanOutcome | Refusal {
  if (act.checked.trim() === '') return refuse('invalid', '请写明怎样核对了来电人的身份。');
  const owners = ownersOf(now, act.address);
  if (owners.some(({ role }) => role === 'administrator')) {
    return refuse('refused', '管理员的验证码不能口头告知；请用终端里的登录链接。');
  }
  const [person] = owners;
  if (!person) {
    return refuse('not_found', `“${maskMobile(act.address)}”没有登记在本方案的联系人或用户里。`);
  }
  return done(`已生成告知${person.name}的验证码；核对方式：${act.checked}`);
}

function pauseSending(now: PlanSituation, act: Act<'pause-sending'>): PlanOutcome | Refusal {
  if (act.reason.trim() === '') return refuse('invalid', '停止全部发送须写明原因。');
  if (now.sendingPaused) return refuse('refused', '全部发送已经停止，不必再停。');
  return done(`已停止全部发送：${act.reason}。登录验证码不受影响。`);
}

/** Also for a person who is no longer in the plan: only the session counts. */
function endSessions(now: PlanSituation, act: Act<'end-sessions'>): PlanOutcome | Refusal {
  const address = maskMobile(act.address);
  if (act.address.trim() === '') return refuse('invalid', '请填写要退出的人的邮箱或手机号。');
  if (!now.signedIn) {
    return refuse('not_found', `“${address}”现在没有登录；请核对邮箱或手机号。`);
  }
  const name = ownersOf(now, act.address)[0]?.name ?? address;
  return done(`已让${name}在所有设备上退出。`);
}

function makeFeed({ plan }: PlanSituation, act: Act<'make-feed'>): PlanOutcome | Refusal {
  if (act.unit !== null && !plan.units.some(({ code }) => code === act.unit)) {
    return refuse('not_found', `名册里没有单位“${act.unit}”。`);
  }
  return done('日历订阅地址已生成；地址只显示这一次，请妥善保管。');
}
