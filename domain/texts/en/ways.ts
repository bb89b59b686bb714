/** How to report: one way is enough, and no paper beside it (rules 2, 6 and 17 of the field). */

import type { Zone } from '../../time/time.ts';
import { isReturned, noticeMailedOn } from '../done-before.ts';
import { dueYear } from '../due-day.ts';
import type { About, MessageFacts } from '../facts.ts';
import { listed, monthDay } from './dates.ts';

export const waysWithForm = (facts: MessageFacts): string =>
  oneOf(online(facts), 'fill in the attached form and answer this mail with it');

export const waysAgain = (facts: MessageFacts, zone: Zone): string =>
  isReturned(facts)
    ? oneOf(online(facts), 'mend the report you sent and answer this mail with it')
    : oneOf(online(facts), `${form(facts, zone)} and answer this mail with it`);

export const waysToConfirm = (facts: MessageFacts): string =>
  online(facts) === null ? 'answer “received”' : 'confirm on the page or answer “received”';

const oneOf = (page: string | null, byMail: string): string =>
  page === null
    ? `${byMail}; no paper is needed`
    : `${page}, or ${byMail}; one way is enough, and no paper is needed`;

function form(facts: MessageFacts, zone: Zone): string {
  const noticed = facts.about.map((about) => noticedOn(about, facts, zone));
  const sent = [...new Set(noticed.filter((day) => day !== null))];
  if (sent.length === 0) return 'call us for the form, fill it in';
  return noticed.includes(null)
    ? 'fill in the form sent with the notice (call us where you have none)'
    : `fill in the form sent with the notice of ${listed(sent)}`;
}

function noticedOn(about: About, facts: MessageFacts, zone: Zone): string | null {
  const sent = noticeMailedOn(about, facts.person, zone);
  return sent && monthDay(sent, dueYear(about));
}

function online(facts: MessageFacts): string | null {
  const pages = facts.about.flatMap((each) =>
    each.online === undefined
      ? []
      : [facts.about.length === 1 ? each.online : `${each.unitName} ${each.online}`],
  );
  if (pages.length === 0) return null;
  return `report online (${facts.demonstration ? '' : 'government network: '}${pages.join('; ')})`;
}
