/** Mobiles are masked wherever they are shown (rule 17): 138****0001. */
export const maskMobile = (mobile: string): string =>
  mobile.replace(/^(\+?\d{3})\d*(\d{4})$/, '$1****$2');
