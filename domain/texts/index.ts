/**
 * Facts from the record, turned into the words that leave the house. Pure: the same facts give the same words, in a
 * preview as in the sending.
 */
import type { DocumentText, MailText, MessageFacts, SmsText } from '../facts.ts';
import type { Zone } from '../time.ts';
import { firstOf } from './address.ts';
import { chaseMail, chaseSms } from './chase.ts';
import { dueMail, dueSms } from './due.ts';
import { extendedMail, extendedSms } from './extended.ts';
import { extensionRefusedMail, extensionRefusedSms } from './extension-refused.ts';
import { marked } from './frame.ts';
import { noticeMail, noticeSms } from './notice.ts';
import { letterOf, pressMail, pressSms } from './press.ts';
import { receiptMail, receiptSms } from './receipt.ts';
import { reminderMail, reminderSms } from './reminder.ts';
import { returnedMail, returnedSms } from './returned.ts';
import { slipOf, superviseMail, superviseSms } from './supervise.ts';

export { renderDigest } from './digest.ts';
export { taskText } from './task.ts';

/** Subject and plain text of the mail that the facts ask for. Throws when the facts are about no obligation. */
export const renderMail = (facts: MessageFacts, zone: Zone): MailText =>
  BY_KIND[aboutSomething(facts).kind].mail(facts, zone);

/** The SMS that the facts ask for, its signature included; one part wherever that is possible. Throws likewise. */
export const renderSms = (facts: MessageFacts, zone: Zone): SmsText =>
  BY_KIND[aboutSomething(facts).kind].sms(facts, zone);

function aboutSomething(facts: MessageFacts): MessageFacts {
  firstOf(facts);
  return facts;
}

/** The letter of 催办 to the leader in charge. */
export const renderLetter = (facts: MessageFacts, zone: Zone): DocumentText =>
  marked(facts, letterOf(facts, zone));

/** The draft 督办单 for the city government's office. */
export const renderSlip = (facts: MessageFacts, zone: Zone): DocumentText =>
  marked(facts, slipOf(facts, zone));

const BY_KIND: Readonly<
  Record<
    MessageFacts['kind'],
    {
      mail: (facts: MessageFacts, zone: Zone) => MailText;
      sms: (facts: MessageFacts, zone: Zone) => SmsText;
    }
  >
> = {
  notice: { mail: noticeMail, sms: noticeSms },
  reminder: { mail: reminderMail, sms: reminderSms },
  due: { mail: dueMail, sms: dueSms },
  chase: { mail: chaseMail, sms: chaseSms },
  press: { mail: pressMail, sms: pressSms },
  supervise: { mail: superviseMail, sms: superviseSms },
  receipt: { mail: receiptMail, sms: receiptSms },
  returned: { mail: returnedMail, sms: returnedSms },
  extended: { mail: extendedMail, sms: extendedSms },
  'extension-refused': { mail: extensionRefusedMail, sms: extensionRefusedSms },
};
