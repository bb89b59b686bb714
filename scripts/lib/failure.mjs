/** An error with what a person needs to go on. */
export class Failure extends Error {
  /**
   * @param {string} message what went wrong, in Chinese and English
   * @param {{ tried?: string[], remedy?: string, log?: string, cause?: unknown }} [help]
   *   what was tried, line by line; what the person can do; the last lines of a log
   */
  constructor(message, help = {}) {
    super(message, { cause: help.cause });
    this.name = 'Failure';
    this.tried = help.tried ?? [];
    this.remedy = help.remedy ?? '';
    this.log = help.log ?? '';
  }
}

/** The message of anything thrown. @param {unknown} error */
export const sentence = (error) => (error instanceof Error ? error.message : String(error));

/**
 * A failure as text for the terminal.
 * @param {unknown} error
 */
export function explain(error) {
  if (!(error instanceof Failure))
    return error instanceof Error ? (error.stack ?? '') : String(error);
  const lines = [error.message];
  if (error.tried.length > 0)
    lines.push('试过 Tried:', ...error.tried.map((line) => `  - ${line}`));
  if (error.log) lines.push('日志末尾 Last lines of the log:', indent(error.log));
  if (error.remedy) lines.push('可以这样做 What you can do:', indent(error.remedy));
  return lines.join('\n');
}

/** @param {string} text */
const indent = (text) => text.replace(/^/gm, '  ');
