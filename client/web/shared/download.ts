/** Headers of a file to save, never shown in the browser. The Chinese name follows RFC 8187 (RFC 6266, 4.3). */
export const attachment = (name: string, type: string): Record<string, string> => ({
  'Content-Type': type,
  'Content-Disposition': `attachment; filename="${plain(name)}"; filename*=UTF-8''${encoded(name)}`,
  'X-Content-Type-Options': 'nosniff',
});

/** For clients without `filename*`. */
const plain = (name: string): string =>
  `report-${name.replace(/[^\d.a-z]+/g, '-').replace(/^-|-(?=\.)/g, '')}`;

// encodeURIComponent leaves these, but the header does not allow them.
const encoded = (name: string): string =>
  encodeURIComponent(name.replace(/[/\\]/g, '_')).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
