/** Something wrong in a template, precise enough to be put right. */
export type Fault = {
  /** Line of the file, from 1; null when the whole is meant. */
  readonly line: number | null;
  /** What stands there. */
  readonly value: string;
  readonly message: string;
  readonly remedy: string;
};
