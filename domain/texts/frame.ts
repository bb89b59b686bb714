/** What every mail and every SMS has around its own words: marks of a demonstration, whom to call, who signs and when. */
import type {
  DigestFacts,
  DocumentText,
  MailText,
  MessageFacts,
  Sender,
  SmsText,
} from '../facts.ts';
import { smsParts } from '../sms-length.ts';
import type { Zone } from '../time.ts';
import { fullDate } from './dates.ts';

export type MailBody = {
  readonly subject: string;
  readonly salutation: string;
  readonly paragraphs: readonly string[];
  readonly attachments?: readonly string[];
};

const MARK = '【演示】';

/** A whole mail; paragraphs that are empty fall out. */
export function mail(
  facts: Pick<MessageFacts | DigestFacts, 'sender' | 'asOf' | 'demonstration'>,
  zone: Zone,
  body: MailBody,
): MailText {
  const { sender, asOf, demonstration } = facts;
  const blocks = [
    demonstration ? `${MARK}本邮件由演示系统生成，不是真实通知，无需办理。` : '',
    `${body.salutation}：`,
    ...body.paragraphs,
    attached(body.attachments ?? []),
    `${sender.bureau}\n${fullDate(zone.dayOf(asOf))}`,
  ];
  return {
    subject: `${demonstration ? MARK : ''}${body.subject}`,
    text: `${blocks.filter((block) => block !== '').join('\n\n')}\n`,
  };
}

/** A document of a demonstration says so in its title, wherever the file goes from there. */
export const marked = (
  { demonstration }: Pick<MessageFacts, 'demonstration'>,
  document: DocumentText,
): DocumentText => (demonstration ? { ...document, title: `${MARK}${document.title}` } : document);

/** 按照《…》第53项要求， */
export const accordingToPlan = ({ planTitle, basis }: Sender): string =>
  `按照《${planTitle}》${basis}要求，`;

/** 联系人：…，电话：… */
export const contactLine = (sender: Sender): string =>
  `联系人：${sender.person}，电话：${sender.phone}。`;

/**
 * A whole SMS: signature first, then the first wording that still fits in one part; the last one is sent in any case,
 * so the wordings go from the fullest to the shortest.
 */
export function sms(
  facts: Pick<MessageFacts, 'sender' | 'demonstration'>,
  wordings: readonly string[],
): SmsText {
  const start = `【${facts.sender.signature}】${facts.demonstration ? MARK : ''}`;
  const texts = wordings.map((words) => `${start}${words}`);
  return { text: texts.find((text) => smsParts(text) === 1) ?? texts.at(-1) ?? start };
}

function attached(names: readonly string[]): string {
  if (names.length <= 1) return names.map((name) => `附件：${name}`).join('');
  return names
    .map((name, index) => `${index === 0 ? '附件：' : '　　　'}${index + 1}. ${name}`)
    .join('\n');
}
