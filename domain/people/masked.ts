/** Mobiles are masked wherever they are shown (rule 17): 138****0001. */
export const maskMobile = (mobile: string): string =>
  mobile.replace(/^(\+?\d{3})\d*(\d{4})$/, '$1****$2');

/** The same value with every text in it that is a mobile masked. */
export const maskMobilesIn = <T>(value: T): T =>
  JSON.parse(
    JSON.stringify(value, (_key, inner: unknown) =>
      typeof inner === 'string' && /^1\d{10}$/.test(inner) ? maskMobile(inner) : inner,
    ),
  );
