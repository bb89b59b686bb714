/** What a visitor types to sign in: an e-mail address or a mobile. */

export type Address = { readonly way: 'email' | 'sms'; readonly text: string };

/** Normalises full-width characters, blanks and +86. Null when it is neither. */
export function parseAddress(typed: string): Address | null {
  const text = typed.normalize('NFKC').trim();
  const digits = text.replace(/[\s-]/g, '').replace(/^\+?86(?=1\d{10}$)/, '');
  if (/^1\d{10}$/.test(digits)) return { way: 'sms', text: digits };
  if (text.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text)) {
    return { way: 'email', text: text.toLowerCase() };
  }
  return null;
}
