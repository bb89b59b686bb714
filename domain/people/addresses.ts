import { isEmail, isMobile, isPhone } from '../addresses.ts';

type Reached = {
  readonly name: string;
  readonly email: string | null;
  readonly mobile: string | null;
  readonly phone?: string | null;
};

/** Why nobody can be reached by this; null when somebody can. The same is asked of a row of contacts.csv. */
export function reachProblem({ name, email, mobile, phone = null }: Reached): string | null {
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
