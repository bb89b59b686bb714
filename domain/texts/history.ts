/**
 * What the record says was done before: 我局6月22日通知，7月6日、12日提醒，17日邮件、短信催报并致电贵局联络员.
 * Only what was delivered to the unit is ever named.
 */
import type { About, Before } from '../facts.ts';
import type { Slot } from '../policy.ts';
import type { Day, Instant, Zone } from '../time.ts';
import { clock, dateWriter } from './dates.ts';
import { dueYear } from './deadline.ts';

/** Who speaks of whom: 我局 and 贵局 in a letter, 市金融局 and 该单位 in a 督办单. */
export type Voice = { readonly us: string; readonly them: string };

/** 我局6月22日通知，…，截至19日9时 — or 截至7月19日9时 alone when nothing was delivered. */
export function soFar(about: About, asOf: Instant, zone: Zone, voice: Voice): string {
  const write = dateWriter(dueYear(about));
  const acts = actsOf(about, zone).map((act, index, all) => {
    const previous = all[index - 1]?.days.at(-1);
    const sameDay = act.days.length === 1 && act.days[0] === previous;
    const words = verb(act, about, voice);
    return sameDay ? `并${words}` : `，${act.days.map(write).join('、')}${words}`;
  });
  const done = acts.length === 0 ? '' : `${voice.us}${acts.join('').slice(1)}，`;
  return `${done}截至${write(zone.dayOf(asOf))}${clock(zone.timeOf(asOf))}`;
}

/** The last day on which whoever holds that role was sent a notice by mail, with the form; null when never. */
export function noticeMailedOn(about: About, slot: Slot, zone: Zone): Day | null {
  const mail = about.before.findLast(
    (each) =>
      each.kind === 'notice' && each.channel === 'email' && each.slot === slot && each.delivered,
  );
  return mail === undefined ? null : zone.dayOf(mail.at);
}

type Act = { readonly name: string; readonly days: Day[]; readonly befores: Before[] };

// In this order on the same day, so that one act's two channels are not torn apart by a call between them.
const ORDER = [
  'notice',
  'reminder',
  'due',
  'extended',
  'returned',
  'chase',
  'press',
  'letter',
  'call',
];

function actsOf(about: About, zone: Zone): Act[] {
  const acts: Act[] = [];
  for (const { name, day, before } of inOrder(about, zone)) {
    const last = acts.at(-1);
    const act = last?.name === name ? last : { name, days: [], befores: [] };
    if (act !== last) acts.push(act);
    if (act.days.at(-1) !== day) act.days.push(day);
    act.befores.push(before);
  }
  return acts;
}

const inOrder = (about: About, zone: Zone) =>
  about.before
    .filter(reachedUnit)
    .map((before) => ({ name: nameOf(before), day: zone.dayOf(before.at), before }))
    .filter(({ name }) => ORDER.includes(name))
    .sort((a, b) => a.day.localeCompare(b.day) || ORDER.indexOf(a.name) - ORDER.indexOf(b.name));

const nameOf = (before: Before): string => (before.channel === 'letter' ? 'letter' : before.kind);

const reachedUnit = (before: Before): boolean =>
  before.delivered &&
  before.channel !== 'task' &&
  before.channel !== 'slip' &&
  before.slot !== 'officer' &&
  before.slot !== 'office';

function verb(act: Act, about: About, voice: Voice): string {
  const words: Record<string, string> = {
    notice: '通知',
    reminder: '提醒',
    due: '提示截止',
    extended: '告知时间调整',
    returned: '退请补充',
    chase: `${channels(act)}${about.wording === 'request' ? '再次商请' : '催报'}`,
    press: `${channels(act)}催办`,
    letter: '致函',
    call: `致电${voice.them}${act.befores.every((each) => each.slot === 'liaison') ? '联络员' : ''}`,
  };
  return words[act.name] ?? '';
}

function channels(act: Act): string {
  const used = new Set(act.befores.map((each) => each.channel));
  return [used.has('email') ? '邮件' : [], used.has('sms') ? '短信' : []].flat().join('、');
}
