/** A reminder by hand before it is sent: to whom, when, and the very words, made by the code that sends. */

import { isOutstanding } from '../../../domain/obligation/obligation.ts';
import { isHalted } from '../../../domain/round/round.ts';
import { senderOf } from '../../../domain/texts/about.ts';
import type { MessageFacts } from '../../../domain/texts/facts.ts';
import { renderMail, renderSms } from '../../../domain/texts/messages/unit-message.ts';
import { fitAfter } from '../../../domain/time/send-window.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Pool } from '../../../store/db/transaction.ts';
import { readAbout } from '../../../store/read/facts.ts';
import type { ActSubject } from '../../../store/web-pages/act.ts';
import type { Frame } from '../shared/frame.ts';
import { dateTime, maskedMobile } from '../shared/shown.ts';
import type { ActFacts, FactLine } from './act-facts.ts';

export async function reminderOf(
  pool: Pool,
  frame: Frame,
  subject: ActSubject,
): Promise<Pick<ActFacts, 'lines' | 'texts'>> {
  const { words, rules, settings } = frame;
  const { obligation, round, contacts } = subject;
  if (!isOutstanding(obligation.state) || obligation.own) return { lines: [], texts: [] };
  const asOf = nextWindow(frame);
  const kind = frame.now > obligation.due.at ? 'chase' : 'reminder';
  const liaison = contacts.find(({ role }) => role === 'liaison');
  const about = await readAbout(pool, { rules, round, obligation, kind, asOf, plannedAt: asOf });
  const facts: MessageFacts = {
    kind,
    step: 'remind-1',
    sender: senderOf(rules.plan),
    person: { name: liaison?.name ?? '', slot: 'liaison' },
    about: [about],
    asOf,
    demonstration: settings.demonstration,
  };
  const addresses = [liaison?.email, liaison?.mobile && maskedMobile(liaison.mobile)].filter(
    Boolean,
  );
  return {
    lines: [
      {
        name: words.goesTo,
        value: addresses.length > 0 ? `${liaison?.name} ${addresses.join(' / ')}` : words.noAddress,
        isBad: addresses.length === 0,
      },
      ...sendingTime(frame, subject),
    ],
    texts: [
      ...(liaison?.mobile
        ? [{ title: words.channels.sms, text: renderSms(rules.plan, facts, rules.zone).text }]
        : []),
      ...(liaison?.email
        ? [{ title: words.channels.email, text: renderMail(rules.plan, facts, rules.zone).text }]
        : []),
    ],
  };
}

export function sendingTime(frame: Frame, { round }: Pick<ActSubject, 'round'>): FactLine[] {
  const { words } = frame;
  const value = words.fromNowOn(dateTime(frame, nextWindow(frame)));
  return [
    {
      name: words.goesWhen,
      value: isHalted(round) ? words.pausedNow : value,
      isBad: isHalted(round),
    },
  ];
}

const nextWindow = ({ rules, now }: Frame): Instant =>
  fitAfter({ hours: rules.plan.policy.window, calendar: rules.calendar, zone: rules.zone }, now);
