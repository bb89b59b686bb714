/** One sentence in both languages of the pages; the command line is in Chinese only. */
export type Said = { readonly zh: string; readonly en: string };

export const said = (zh: string, en: string): Said => ({ zh, en });

/** Text that is the same in both languages, such as names and versions, or that only the command line prints. */
export const plain = (text: string): Said => ({ zh: text, en: text });

/** One line of the doctor. Only `failed` makes the command exit with 1. */
export type Finding = {
  readonly name: string;
  readonly level: 'ok' | 'warning' | 'failed';
  readonly message: Said;
  /** The whole list, when the message names only the first few. */
  readonly details?: readonly Said[];
};

export const ok = (name: string, message: Said): Finding => ({ name, level: 'ok', message });
export const warning = (name: string, message: Said, details: readonly Said[] = []): Finding => ({
  name,
  level: 'warning',
  message,
  details,
});
export const failed = (name: string, message: Said, details: readonly Said[] = []): Finding => ({
  name,
  level: 'failed',
  message,
  details,
});

/** The first few sentences, and the total when some are left out. */
export function few(all: readonly Said[], limit = 5): Said {
  const first = all.slice(0, limit);
  const isAll = all.length <= limit;
  const zh = first.map((each) => each.zh.replace(/。$/, '')).join('；');
  const en = first.map((each) => each.en.replace(/\.$/, '')).join('; ');
  return isAll
    ? { zh, en }
    : { zh: `${zh}；等共${all.length}处`, en: `${en}; and more, ${all.length} in all` };
}
