/** Templates and values into mails, SMS, documents and lines; and the marks of a demonstration, which no template can drop. */

import { smsParts } from '../../delivery/sms-length.ts';
import type { TextName, Wording } from '../../plan/text-names.ts';
import { type Compiled, compiled } from '../compiled.ts';
import type { DocumentText, MailText, SmsText } from '../facts.ts';
import { grammarOf } from '../language/grammar-of.ts';
import { oneLine, paragraphs } from '../tidy.ts';
import type { Header } from './layout.ts';

/** A mail as its template has it; paragraphs that are empty fall out. */
export function mailOf(wording: Wording, name: TextName, values: object): MailText {
  const template = compiled(wording, name);
  return {
    subject: header(template, 'subject', values),
    text: `${body(template, values).join('\n\n')}\n`,
  };
}

export function marked(wording: Wording, demonstration: boolean, mail: MailText): MailText {
  if (!demonstration) return mail;
  const { mark, notice } = grammarOf(wording).frame;
  return { subject: `${mark}${mail.subject}`, text: `${notice}\n\n${mail.text}` };
}

/**
 * A whole SMS: signature first, then the first wording that still fits in one part; the last one is sent in any case,
 * so the wordings go from the fullest to the shortest. A provider that has approved some of them only chooses itself. A wording of which nothing is left does not count.
 */
export function smsOf(
  wording: Wording,
  name: TextName,
  values: object,
  signature: string,
  demonstration: boolean,
  choose: ChooseWording = firstOfOnePart,
): SmsText {
  const { signed, mark } = grammarOf(wording).frame;
  const start = `${signed(signature)}${demonstration ? mark : ''}`;
  const { bodies } = compiled(wording, name);
  return { text: choose(wordingsOf(bodies, values, start)) ?? start };
}

/** Which of the wordings is sent, from the fullest to the shortest; they are made one by one as they are asked for. */
type ChooseWording = (wordings: Iterable<string>) => string | undefined;

const firstOfOnePart: ChooseWording = (wordings) => {
  let last: string | undefined;
  for (const text of wordings) {
    last = text;
    if (smsParts(text) === 1) break;
  }
  return last;
};

function* wordingsOf(
  bodies: readonly ((values: object) => string)[],
  values: object,
  start: string,
): Generator<string> {
  for (const body of bodies) {
    const words = oneLine(body(values));
    if (words !== '') yield `${start}${words}`;
  }
}

export function documentOf(wording: Wording, name: TextName, values: object): DocumentText {
  const template = compiled(wording, name);
  const number = header(template, 'number', values);
  const note = header(template, 'note', values);
  return {
    title: header(template, 'title', values),
    ...(number === '' ? {} : { number }),
    addressee: header(template, 'to', values),
    paragraphs: body(template, values),
    signature: header(template, 'signature', values),
    date: header(template, 'date', values),
    ...(note === '' ? {} : { note }),
  };
}

export function lineOf(wording: Wording, name: TextName, values: object): string {
  return oneLine(whole(compiled(wording, name), values));
}

function header({ headers }: Compiled, name: Header, values: object): string {
  const template = headers.get(name);
  return template === undefined ? '' : oneLine(template(values));
}

const body = (template: Compiled, values: object): string[] => paragraphs(whole(template, values));

const whole = ({ bodies: [only] }: Compiled, values: object): string => only?.(values) ?? '';
