/** The formats of e-mail addresses and numbers. */

export const isEmail = (text: string): boolean =>
  /^[\w.+-]+@([a-z\d]([a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/i.test(text);

/** A mainland mobile, or an example number beginning with 10, which is never assigned. */
export const isMobile = (text: string): boolean => /^1(0|[3-9])\d{9}$/.test(text);

/** A landline with area code, perhaps an extension. */
export const isPhone = (text: string): boolean => /^0\d{2,3}-?\d{7,8}(-\d{1,6})?$/.test(text);

type Reached = {
  readonly name: string;
  readonly email: string | null;
  readonly mobile: string | null;
  readonly phone?: string | null;
};

/** What is wrong with a contact's name and addresses; null when nothing is. Used for contacts.csv and changes by hand. */
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
