/** What came back over HTTP, as values to look into; nothing in it is trusted to be there. */

export function parsedJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** The text, number or truth value at a dotted path, e.g. `data.code`; undefined where there is none. */
export function textAt(value: unknown, path: string): string | undefined {
  const found = valueAt(value, path);
  return ['string', 'number', 'boolean'].includes(typeof found) ? `${found as string}` : undefined;
}

/** Anything else could be a sentence, and a sentence could repeat the number. */
export const isCode = (text: string): boolean => /^(?!\+?\d{7,})[\w.:-]{1,80}$/.test(text);

/** The list at a dotted path; empty where there is none. */
export function listAt(value: unknown, path: string): readonly unknown[] {
  const found = valueAt(value, path);
  return Array.isArray(found) ? found : [];
}

const valueAt = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((at, name) => {
    const isThere = typeof at === 'object' && at !== null && Object.hasOwn(at, name);
    return isThere ? (at as Record<string, unknown>)[name] : undefined;
  }, value);
