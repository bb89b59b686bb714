/** The kinds of messages. Their Chinese names: domain/field-words.ts. */

/** The six kinds of a plan's ladder, from mild to severe. */
export const STEP_KINDS = ['notice', 'reminder', 'due', 'chase', 'press', 'supervise'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** Place in the order from mild to severe. */
export const severity = (kind: StepKind): number => STEP_KINDS.indexOf(kind);

/** Messages that answer something that happened. */
type ReplyKind = 'receipt' | 'returned' | 'extended' | 'extension-refused';
/** About a round, not about obligations: to the bureau's officer, or to liaisons before it opens. */
export type RoundKind = 'digest' | 'contact-check';
export type MessageKind = StepKind | ReplyKind | RoundKind;

/** An SMS may also carry a code. */
export type SmsKind = MessageKind | 'sign-in-code';
