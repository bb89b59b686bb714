/** Renders mails, SMS, documents and lines from templates, and adds what no template can drop: signature and demonstration mark. */

import type { DocumentText, MailText, SmsText } from '../../delivery/message-text.ts';
import { smsParts } from '../../delivery/sms-length.ts';
import { formOf, type TextName, type Texts, type Wording } from '../../plan/text-names.ts';
import { Problem } from '../../problem.ts';
import { grammarOf } from '../language/grammar-of.ts';
import { type Render, ready } from './engine.ts';
import { type Header, layOut, oneLine, paragraphs } from './layout.ts';

/** Empty paragraphs are dropped. */
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
 * An SMS with its signature, in the first wording that fits into one part, or else in the last. Wordings go from the fullest to
 * the shortest; empty ones are left out.
 * @param choose for a provider that has approved only some wordings
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

/** Chooses among wordings, fullest first, which are rendered on demand. */
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

/** Names the absent person behind the salutation. */
export function toStandIn(wording: Wording, mail: MailText, standsInFor: string | null): MailText {
  if (!standsInFor) return mail;
  const forWhom = wording.language === 'en' ? ` (for ${standsInFor})` : `（代${standsInFor}）`;
  return { ...mail, text: addressed(mail.text, forWhom) };
}

/** The salutation is the first line that ends with a colon or comma: 古镇镇（代张三）： */
const addressed = (text: string, forWhom: string): string =>
  text.replace(/[：:,]$/m, (end) => `${forWhom}${end}`);

/** A parsed template. */
type Compiled = {
  readonly headers: ReadonlyMap<Header, Render>;
  readonly bodies: readonly Render[];
};

const ofTexts = new WeakMap<Texts, Map<TextName, Compiled>>();
// Reading a plan from the database again gives the same sources in a new object.
const ofSource = new Map<string, Compiled>();
/** Enough for a few plans and their versions. */
const ROOM = 500;

/** False for a plan that was imported before this template existed. */
export const hasText = ({ texts }: Wording, name: TextName): boolean =>
  (texts as Partial<Texts> | undefined)?.[name] !== undefined;

/** @throws Problem `invalid` when the plan has no such template */
function compiled({ texts }: Wording, name: TextName): Compiled {
  const source: string | undefined = texts?.[name];
  if (source === undefined) throw notThere(name);
  const known = ofTexts.get(texts) ?? new Map<TextName, Compiled>();
  ofTexts.set(texts, known);
  const made = known.get(name) ?? compiledSource(source, name);
  known.set(name, made);
  return made;
}

function compiledSource(source: string, name: TextName): Compiled {
  const key = `${formOf(name)}\n${source}`;
  const made = ofSource.get(key) ?? compile(source, name);
  if (ofSource.size >= ROOM) ofSource.clear();
  ofSource.set(key, made);
  return made;
}

function compile(source: string, name: TextName): Compiled {
  const { headers, bodies } = layOut(source, formOf(name));
  return {
    headers: new Map([...headers].map(([header, piece]) => [header, ready(piece.source)])),
    bodies: bodies.map((piece) => ready(piece.source)),
  };
}

const notThere = (name: TextName): Problem =>
  new Problem(
    'invalid',
    `方案里没有文本模板 ${name}：它是由较早的版本导入的。请运行 cuibao plan import 重新导入。`,
  );
