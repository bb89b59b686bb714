/** The names of text templates, kind and form: `reminder.sms` is the file `reminder.sms.txt` (docs/texts.md). */

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const TEXT_NAMES = [
  'notice.mail',
  'notice.sms',
  'reminder.mail',
  'reminder.sms',
  'due.mail',
  'due.sms',
  'chase.mail',
  'chase.sms',
  'press.mail',
  'press.sms',
  'press.letter',
  'supervise.mail',
  'supervise.sms',
  'supervise.slip',
  'supervise-cover.mail',
  'receipt.mail',
  'receipt.sms',
  'returned.mail',
  'returned.sms',
  'extended.mail',
  'extended.sms',
  'extension-refused.mail',
  'extension-refused.sms',
  'contact-check.mail',
  'morning.mail',
  'call-list.mail',
  'compiled.mail',
  'group-text.robot',
  'code.mail',
  'code.sms',
  'call-today.task',
  'call.task',
  'in-person.task',
  'unreachable.task',
  'promise-passed.task',
  'after-return.task',
  'extension.task',
  'contacts.task',
  'release-letter.task',
  'release-slip.task',
  'release-message.task',
] as const;
export type TextName = (typeof TEXT_NAMES)[number];

/** The templates of a plan. */
export type Texts = Readonly<Record<TextName, string>>;

/** A plan's language and templates. */
export type Wording = { readonly language: Language; readonly texts: Texts };

export type Form = 'mail' | 'sms' | 'letter' | 'slip' | 'robot' | 'task';

export const formOf = (name: TextName): Form => name.slice(name.indexOf('.') + 1) as Form;
