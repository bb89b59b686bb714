/**
 * What can be wrong with what a person (or another system) asks for.
 * The code is for the program (exit code, HTTP status), the message is a whole sentence for the person:
 * it names the value, what is allowed and the way out.
 */
export type ProblemCode =
  | 'invalid' // the content itself is wrong
  | 'not_found' // no such plan, round, unit, delivery …
  | 'refused' // right content, wrong state
  | 'superseded' // judged on an older version than the newest
  | 'closed' // the round is signed off or cancelled
  | 'forbidden' // not this unit's business
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
