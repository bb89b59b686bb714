/** One line of the doctor. A warning is worth knowing; only a failure makes the command fail. */
export type Finding = {
  readonly name: string;
  readonly level: 'ok' | 'warning' | 'failed';
  readonly message: string;
  /** All of what the message names the first few of. */
  readonly details?: readonly string[];
};

export const ok = (name: string, message: string): Finding => ({ name, level: 'ok', message });
export const warning = (
  name: string,
  message: string,
  details: readonly string[] = [],
): Finding => ({ name, level: 'warning', message, details });
export const failed = (
  name: string,
  message: string,
  details: readonly string[] = [],
): Finding => ({ name, level: 'failed', message, details });

/** The first few of many, and how many there are. */
export function few(all: readonly string[], limit = 5): string {
  const shown = all.slice(0, limit).map((each) => each.replace(/。$/, ''));
  return all.length <= limit ? shown.join('；') : `${shown.join('；')}；等共${all.length}处`;
}
