/** Shapes of the addresses at which people are reached. */

export const isEmail = (text: string): boolean =>
  /^[\w.+-]+@([a-z\d]([a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/i.test(text);

/** A mainland mobile, or an example beginning with 10, which nobody can be called on. */
export const isMobile = (text: string): boolean => /^1(0|[3-9])\d{9}$/.test(text);

/** A landline with area code, perhaps an extension. */
export const isPhone = (text: string): boolean => /^0\d{2,3}-?\d{7,8}(-\d{1,6})?$/.test(text);

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
