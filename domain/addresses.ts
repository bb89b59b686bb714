/** Shapes of the addresses at which people are reached. */

export const isEmail = (text: string): boolean =>
  /^[\w.+-]+@([a-z\d]([a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/i.test(text);

/** A mainland mobile, or an example beginning with 10, which nobody can be called on. */
export const isMobile = (text: string): boolean => /^1(0|[3-9])\d{9}$/.test(text);

/** A landline with area code, perhaps an extension. */
export const isPhone = (text: string): boolean => /^0\d{2,3}-?\d{7,8}(-\d{1,6})?$/.test(text);
