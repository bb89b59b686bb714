/** A mail as its bytes: the heads of its parts, and the fields of a head, unfolded. */

export type RawPart = { readonly head: string; readonly body: string };

/** The mail itself first, then every part in it, however deep. */
export function partsIn(text: string): RawPart[] {
  const end = text.indexOf('\r\n\r\n');
  const [head, body] = [text.slice(0, end), text.slice(end + 4)];
  const boundary = /boundary="?([^"\r\n;]+)/i.exec(head)?.[1];
  if (boundary === undefined) return [{ head, body }];
  const inner = body.split(`--${boundary}`).slice(1, -1);
  return [{ head, body }, ...inner.flatMap((part) => partsIn(part.replace(/^\r\n/, '')))];
}

export const headersIn = (head: string): Map<string, string> =>
  new Map(
    head
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 1).trim(),
      ]),
  );
