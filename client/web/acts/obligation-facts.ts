/** What an officer sees before an act on a unit's report. */

import { isExtended, isOutstanding } from '../../../domain/obligation/obligation.ts';
import { maskMobile } from '../../../domain/people/masked.ts';
import type { Contact } from '../../../domain/plan/plan.ts';
import { isHalted } from '../../../domain/round/round.ts';
import { senderOf } from '../../../domain/texts/about.ts';
import type { MessageFacts } from '../../../domain/texts/facts.ts';
import { renderMail, renderSms } from '../../../domain/texts/messages/unit-message.ts';
import { fitAfter } from '../../../domain/time/send-window.ts';
import type { Instant } from '../../../domain/time/time.ts';
import { isWorkday, workdaysAfter } from '../../../domain/time/workdays.ts';
import type { Pool } from '../../../store/db/pool.ts';
import { readAbout } from '../../../store/read/facts.ts';
import { type ActSubject, readActSubject } from '../../../store/read/unit.ts';
import type { Deps } from '../deps.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { dateTime, dueText, longDay, shortDay, shownAddress } from '../shared/shown.ts';
import { lightOf } from '../shared/standing.ts';
import { type ActFacts, type FactLine, followsOf } from './act-facts.tsx';
import type { Values } from './act-form.ts';
import { letterHref } from './task-acts.ts';

export async function obligationFacts(
  deps: Deps,
  frame: Frame,
  which: { readonly obligation: string; readonly kind: string; readonly values: Values },
): Promise<ActFacts> {
  const { kind, values } = which;
  const subject = await readActSubject(deps.pool, which.obligation, values.delivery ?? '');
  const reminder = kind === 'remind' ? await reminderOf(deps.pool, frame, subject) : null;
  return {
    lines: [
      ...standing(frame, subject),
      ...ofKind(frame, subject, kind, values),
      ...(reminder?.lines ?? []),
    ],
    texts: reminder?.texts ?? [],
    follows: followsOf(frame, kind),
  };
}

function standing(frame: Frame, { obligation, round, newest }: ActSubject): FactLine[] {
  const { words, language, now } = frame;
  const light = lightOf(obligation, now);
  const { due, originalDue } = obligation;
  return [
    { name: words.present, value: `${light.sign} ${words.standings[light.standing]}` },
    { name: words.validDue, value: dueText(frame, due) },
    ...(due.nominal === originalDue.nominal && !isExtended(obligation)
      ? []
      : [{ name: words.originalDue, value: dueText(frame, originalDue) }]),
    ...(newest === null
      ? []
      : [
          {
            name: words.newestVersion,
            value: `${words.version}${newest.version}${words.versionEnd} · ${dateTime(frame, newest.receivedAt)}`,
            href: linkTo(
              `/${round.period}/${obligation.unit}/submissions/${newest.version}`,
              language,
            ),
          },
        ]),
  ];
}

function ofKind(frame: Frame, subject: ActSubject, kind: string, values: Values): FactLine[] {
  switch (kind) {
    case 'accept':
    case 'return':
      return [...superseded(frame, subject, values), ...(kind === 'return' ? days(frame) : [])];
    case 'extend':
    case 'refuse-extension':
      return [...asked(frame, subject), ...days(frame), ...judged(frame, values)];
    case 'call':
      return telephones(frame, subject);
    case 'release':
    case 'dismiss':
    case 'resend':
      return ofDelivery(frame, subject, kind);
    default:
      return [];
  }
}

function superseded({ words }: Frame, { newest }: ActSubject, { version }: Values): FactLine[] {
  if (!version || newest === null || version === String(newest.version)) return [];
  return [{ name: words.version, value: words.olderVersion(version), isBad: true }];
}

function asked({ words, language }: Frame, { request }: ActSubject): FactLine[] {
  if (request === null) return [];
  const { until, reason, askedBy } = request;
  return [
    { name: words.askedUntil, value: words.askedFor(shortDay(language, until), reason, askedBy) },
  ];
}

/** So that nobody picks a Saturday by mistake. */
function days({ words, language, rules, now }: Frame): FactLine[] {
  const today = rules.zone.dayOf(now);
  const next = [1, 2, 3, 4, 5].map((n) => workdaysAfter(rules.calendar, today, n));
  return [
    { name: words.nextWorkdays, value: next.map((on) => shortDay(language, on)).join(words.comma) },
  ];
}

function judged({ words, language, rules }: Frame, { until }: Values): FactLine[] {
  if (!until || !/^\d{4}-\d{2}-\d{2}$/.test(until)) return [];
  const { nominal, effective } = rules.dates.dueOn(until as typeof nominal);
  const named = longDay(language, nominal);
  return [
    {
      name: words.fields.until,
      value: isWorkday(rules.calendar, nominal)
        ? words.isWorkday(named)
        : words.wouldBe(named, longDay(language, effective)),
    },
  ];
}

function telephones({ words }: Frame, { contacts }: ActSubject): FactLine[] {
  return contacts
    .filter(({ role }) => role === 'liaison' || role === 'deputy')
    .map((contact) => ({
      name: `${words.toCall}（${words.roles[contact.role]}）`,
      value: `${contact.name} ${numbersOf(contact)}`,
    }));
}

const numbersOf = ({ phone, mobile }: Contact): string =>
  [phone, mobile && maskMobile(mobile)].filter(Boolean).join(' / ');

function ofDelivery(frame: Frame, subject: ActSubject, kind: string): FactLine[] {
  const { words, language } = frame;
  const { delivery, obligation } = subject;
  if (delivery === null) return [];
  const { slot, channel, state, person, reason } = delivery;
  const isLetter = channel === 'letter' || channel === 'slip';
  const isPrepared = delivery.content !== null;
  return [
    {
      name: words.ofDelivery,
      value: `${words.kinds[delivery.kind]} · ${words.channels[channel]} → ${person ?? words.slots[slot]} · ${words.deliveryStates[state]}${reason ? `（${reason}）` : ''}`,
      ...(isPrepared && { href: letterHref(obligation.id, delivery.key, language) }),
    },
    ...(kind === 'resend' && !isLetter ? [goesTo(frame, subject)] : []),
    ...(kind === 'dismiss' ? [] : sendingTime(frame, subject)),
  ];
}

/** The present address, which may differ from the one that failed. */
function goesTo({ words }: Frame, { delivery, contacts }: ActSubject): FactLine {
  const contact = contacts.find(({ role }) => role === delivery?.slot);
  const channel = delivery?.channel ?? 'email';
  const address = channel === 'sms' ? contact?.mobile : contact?.email;
  return {
    name: words.goesTo,
    value: address ? `${contact?.name} ${shownAddress(channel, address)}` : words.noAddress,
    isBad: !address,
  };
}

/** A reminder by hand before it is sent: to whom, when, and its text, rendered by the code that sends. */
async function reminderOf(
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
  const addresses = [liaison?.email, liaison?.mobile && maskMobile(liaison.mobile)].filter(Boolean);
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

function sendingTime(frame: Frame, { round }: Pick<ActSubject, 'round'>): FactLine[] {
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

const nextWindow = ({ rules, now }: Frame): Instant => fitAfter(rules.window, now);
