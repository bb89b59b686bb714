/** What the work group may hear on each kind of day: nobody has reported yet, some have, all who are left may be later. */

import { DAY, HOUR, plus } from '../../time/time.ts';
import { senderOf } from '../about.ts';
import { groupText } from '../group-text.ts';
import type { SampleRound } from '../messages/situations.ts';
import type { Sample } from './sample.ts';

const NUMBERS = [
  { reported: 0, missing: 12, notYetDue: 0 },
  { reported: 31, missing: 12, notYetDue: 2 },
  { reported: 31, missing: 2, notYetDue: 2 },
  { reported: 43, missing: 0, notYetDue: 0 },
];

export function* groupTextSamples({ plan, zone, period, dates }: SampleRound): Generator<Sample> {
  const { due } = dates;
  for (const asOf of [plus(due.at, -3 * DAY), plus(due.at, -HOUR), plus(due.at, DAY)]) {
    for (const numbers of NUMBERS) {
      const facts = { sender: senderOf(plan), period, due, asOf, ...numbers, demonstration: false };
      const words = () => ({ text: groupText(plan, facts, zone) });
      yield { name: 'group-text.robot', of: '工作群', words };
    }
  }
}
