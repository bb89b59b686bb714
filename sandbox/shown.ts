/** How times and numbers are shown on the pages. */

const SHANGHAI = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** `2018-07-12 09:00` in Shanghai, whatever zone this machine is in; empty for an empty or unreadable time. */
export const shownTime = (iso: string): string =>
  Number.isNaN(Date.parse(iso)) ? '' : SHANGHAI.format(new Date(iso));

/** Mobiles are masked wherever they are shown. */
export const maskedNumber = (mobile: string): string =>
  mobile.replace(/^(\+?\d{3})\d*(\d{4})$/, '$1****$2');
