/** What was done before: we sent the notice on 22 June and reminders on 6 and 12 July. */

import type { Instant, Zone } from '../../time/time.ts';
import { type Act, actsOf, toLiaison, used } from '../done-before.ts';
import { dueYear } from '../due-day.ts';
import type { About } from '../facts.ts';
import type { Voice } from '../language/grammar.ts';
import { clockAndDay, daysListed, listed } from './dates.ts';

/** `We sent the notice on 22 June, …; as of 9:00 on 19 July`, or the last part alone when nothing was delivered. */
export function soFar(about: About, asOf: Instant, zone: Zone, voice: Voice): string {
  const year = dueYear(about);
  const acts = actsOf(about, zone).map(
    (act) => `${verb(act, about, voice)} on ${daysListed(act.days, year)}`,
  );
  const now = `s of ${clockAndDay(asOf, zone, year)}`;
  return acts.length === 0 ? `A${now}` : `${voice.us} ${listed(acts)}; a${now}`;
}

function verb(act: Act, about: About, voice: Voice): string {
  const words: Record<Act['name'], string> = {
    notice: 'sent the notice',
    reminder: 'sent a reminder',
    due: 'named the deadline',
    extended: 'told of the changed date',
    returned: 'returned the report for additions',
    chase: `${about.wording === 'request' ? 'asked once more' : 'asked for the report'}${channels(act)}`,
    press: `urged${channels(act)}`,
    letter: 'sent a letter',
    call: `called ${toLiaison(act) ? `the liaison of ${voice.them}` : voice.them}`,
  };
  return words[act.name];
}

function channels(act: Act): string {
  const names = [used(act, 'email') ? 'mail' : [], used(act, 'sms') ? 'SMS' : []].flat();
  return names.length === 0 ? '' : ` by ${listed(names)}`;
}
