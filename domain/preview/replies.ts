/**
 * The SMS that answer something: a report came in, was returned, got another date or did not get it. Whether any of them will be needed
 * nobody knows beforehand, so these are examples, one of each kind for every unit.
 */

import type { Obligation } from '../obligation/obligation.ts';
import { aboutOf, senderOf } from '../texts/about.ts';
import type { About } from '../texts/facts.ts';
import { renderSms } from '../texts/messages/unit-message.ts';
import { timeOfDay } from '../time/time.ts';
import type { PreviewedRound } from './round.ts';

export type ReplyExample = {
  readonly kind: 'receipt' | 'returned' | 'extended' | 'extension-refused';
  readonly unitName: string;
  readonly text: string;
};

export const repliesOf = (round: PreviewedRound): ReplyExample[] =>
  round.obligations.filter(({ own }) => !own).flatMap((o) => repliesTo(round, o));

function repliesTo(round: PreviewedRound, untouched: Obligation): ReplyExample[] {
  const { dates, zone } = round;
  const asOf = dates.callListAt;
  const arrived = { ...untouched, state: 'submitted', version: 1, receivedAt: asOf } as const;
  const until = dates.compileOn;
  const due = { nominal: until, effective: until, at: zone.at(until, timeOfDay('24:00')) };
  const reply = (
    kind: ReplyExample['kind'],
    obligation: Obligation,
    what: Partial<Pick<About, 'returned' | 'extended' | 'refusedWish'>> = {},
  ): ReplyExample => {
    const about = aboutOf({
      ...round,
      obligation,
      kind,
      asOf,
      before: [],
      returned: what.returned ?? null,
      extended: what.extended ?? null,
      refusedWish: what.refusedWish ?? null,
    });
    const { text } = renderSms(
      round.plan,
      {
        kind,
        step: kind,
        sender: senderOf(round.plan),
        person: { name: '', slot: 'liaison' },
        about: [about],
        asOf,
        demonstration: round.demonstration,
      },
      zone,
      round.choose,
    );
    return { kind, unitName: untouched.unitName, text };
  };
  return [
    reply('receipt', arrived),
    reply(
      'returned',
      { ...arrived, state: 'returned', due },
      { returned: { reason: '数据不全', until } },
    ),
    reply(
      'extended',
      { ...untouched, due },
      { extended: { reason: '人员变动', until, previous: untouched.due.nominal } },
    ),
    reply('extension-refused', untouched, { refusedWish: { reason: '人员变动', until } }),
  ];
}
