/**
 * The HTML alternative of a plain text: the same words, paragraphs kept, addresses of pages clickable. No images, no
 * style sheet, nothing that is fetched or tracked; spam filters of town mailboxes prefer it so.
 */
export const htmlOf = (text: string): string =>
  `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"></head><body style="${BODY_STYLE}">` +
  `${paragraphsOf(text).map(paragraph).join('')}</body></html>`;

const BODY_STYLE =
  "max-width:42em;font:16px/1.75 'PingFang SC','Microsoft YaHei',sans-serif;color:#1a1a1a";

const paragraphsOf = (text: string): string[] =>
  text
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .map((part) => part.replace(/^\n+|\n+$/g, ''))
    .filter((part) => part !== '');

const paragraph = (part: string): string =>
  `<p style="margin:0 0 1em">${linked(part).replaceAll('\n', '<br>\n')}</p>`;

/** Only the signs that RFC 3986 allows in an address: full-width punctuation ends it. */
const ADDRESS = /(https?:\/\/[\w.~:/?#[\]@!$&'()*+;=%-]+)/;

/** Split by a pattern with one group, every second piece is an address. */
const linked = (text: string): string =>
  text
    .split(ADDRESS)
    .map(escaped)
    .map((piece, index) => (index % 2 === 1 ? `<a href="${piece}">${piece}</a>` : piece))
    .join('');

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
