/** 138****0001: mobiles are masked wherever they are shown (docs/rules.md, rule 17). Other texts stay as they are. */
export const maskMobile = (mobile: string): string =>
  mobile.replace(/^(\+?\d{3})\d*(\d{4})$/, '$1****$2');

/** A copy with every text that is a mobile masked. */
export const maskMobilesIn = <T>(value: T): T =>
  JSON.parse(
    JSON.stringify(value, (_key, inner: unknown) =>
      typeof inner === 'string' && /^1\d{10}$/.test(inner) ? maskMobile(inner) : inner,
    ),
  );
