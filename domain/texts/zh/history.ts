/** What was done before, as an official text tells it: 我局6月22日通知，7月6日、12日提醒，17日邮件、短信催报并致电贵局联络员. */

import { clock, dateWriter } from '../../time/dates-in-words.ts';
import type { Instant, Zone } from '../../time/time.ts';
import { type Act, actsOf, onSameDay, toLiaison, used } from '../done-before.ts';
import { dueYear } from '../due-day.ts';
import type { About } from '../facts.ts';
import type { Voice } from '../language/grammar.ts';

/** 我局6月22日通知，…，截至19日9时 — or 截至7月19日9时 alone when nothing was delivered. */
export function soFar(about: About, asOf: Instant, zone: Zone, voice: Voice): string {
  const write = dateWriter(dueYear(about));
  const acts = actsOf(about, zone).map((act, index, all) => {
    const words = verb(act, about, voice);
    return onSameDay(act, all[index - 1])
      ? `并${words}`
      : `，${act.days.map(write).join('、')}${words}`;
  });
  const done = acts.length === 0 ? '' : `${voice.us}${acts.join('').slice(1)}，`;
  return `${done}截至${write(zone.dayOf(asOf))}${clock(zone.timeOf(asOf))}`;
}

function verb(act: Act, about: About, voice: Voice): string {
  const words: Record<Act['name'], string> = {
    notice: '通知',
    reminder: '提醒',
    due: '提示截止',
    extended: '告知时间调整',
    returned: '退请补充',
    chase: `${channels(act)}${about.wording === 'request' ? '再次商请' : '催报'}`,
    press: `${channels(act)}催办`,
    letter: '致函',
    call: `致电${voice.them}${toLiaison(act) ? '联络员' : ''}`,
  };
  return words[act.name];
}

const channels = (act: Act): string =>
  [used(act, 'email') ? '邮件' : [], used(act, 'sms') ? '短信' : []].flat().join('、');
