/** What must not be said before the whole work group, where nobody is to be shamed. Rule 17 of the field. */
import type { Plan } from '../../plan/plan.ts';
import type { Fault } from '../fault.ts';
import { grammarOf } from '../language/grammar-of.ts';
import {
  type Forbidden,
  faultsBy,
  linkIn,
  mobileIn,
  personIn,
  planIn,
  unitIn,
} from './forbidden.ts';

/** @param text with its signature, as it would be said */
export const groupTextFaults = (text: string, plan: Plan): Fault[] =>
  faultsBy(
    FORBIDDEN_IN_GROUP,
    text.slice(grammarOf(plan).frame.signed(plan.bureau.signature).length),
    plan,
  );

const FORBIDDEN_IN_GROUP: readonly Forbidden[] = [
  {
    find: unitIn,
    message: (found) => `工作群的话里点了单位“${found}”。`,
    remedy: '工作群里不点名，只说日期和数字，请删去。',
  },
  {
    find: personIn,
    message: (found) => `工作群的话里有人名“${found}”。`,
    remedy: '工作群里不提个人，请删去；有疑问的请大家打 {{ phone }}。',
  },
  {
    find: planIn,
    message: (found) => `工作群的话里写了“${found}”。`,
    remedy: '工作群里不提方案和工作名称，请改用“{{ period }}工作情况”。',
  },
  {
    find: linkIn,
    message: (found) => `工作群的话里有网址“${found}”。`,
    remedy: '工作群的话不带链接，请改写为“方式见邮件通知”。',
  },
  {
    find: mobileIn,
    message: () => '工作群的话里有手机号。',
    remedy: '只留咨询电话，请改用 {{ phone }}。',
  },
];
