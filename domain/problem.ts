/**
 * A problem with a request of a person or another system. The code is for the program (exit code, HTTP status). The message
 * is a sentence for the person: the value, what is allowed, and what to do.
 */
export type ProblemCode =
  | 'invalid' // the content itself is wrong
  | 'not_found' // no such plan, round, unit, delivery …
  | 'refused' // right content, wrong state
  | 'superseded' // others have changed it since it was shown
  | 'closed' // the round is signed off or cancelled
  | 'forbidden' // not allowed for this user
  | 'conflict' // the same command id with other content
  | 'unavailable'; // database or Temporal cannot be reached

export class Problem extends Error {
  readonly code: ProblemCode;
  constructor(code: ProblemCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Problem';
    this.code = code;
  }
}

export type Refusal = { readonly ok: false; readonly code: ProblemCode; readonly message: string };

export const refuse = (code: ProblemCode, message: string): Refusal => ({
  ok: false,
  code,
  message,
});
