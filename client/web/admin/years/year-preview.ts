/** A year before it starts: every message by day, and what an administrator should check first. */

import { unreachableIn } from '../../../../domain/people/unreachable.ts';
import { type PlannedMessage, plannedMessages } from '../../../../domain/preview/preview.ts';
import { nominalDue, parsePeriod, periodsInPlan, yearOf } from '../../../../domain/time/period.ts';
import type { Day } from '../../../../domain/time/time.ts';
import { isSpanPublished } from '../../../../domain/time/workdays.ts';
import { readContacts, readLeaves, readReachability } from '../../../../store/read/contacts.ts';
import type { Said } from '../../../bilingual.ts';
import { chosenFor, refusedOf, textsOf } from '../../../sms-refusals.ts';
import type { Deps } from '../../deps.ts';
import type { Frame } from '../../shared/frame.ts';

export type PreviewDay = { readonly on: Day; readonly groups: readonly PreviewGroup[] };

/** The messages of one moment, step and channel. */
export type PreviewGroup = {
  readonly key: string;
  readonly first: PlannedMessage;
  readonly messages: readonly PlannedMessage[];
  /** False while the official calendar of the days up to it has not been published. */
  readonly certain: boolean;
};

export type YearPreview = {
  readonly days: readonly PreviewDay[];
  readonly messages: number;
  readonly sms: number;
  readonly parts: number;
  /** SMS that the provider would refuse. */
  readonly refused: readonly Said[];
  /** Whether a group robot is set up. */
  readonly hasRobot: boolean;
  /** Names of units that owe a report and have no address that works. */
  readonly unreachable: readonly string[];
  /** Years whose dates rest on computed weekends because the official calendar is missing. */
  readonly unpublished: readonly number[];
};

/** Computed by the code that sends. Throws `invalid` for a year outside the plan. */
export async function previewOf(deps: Deps, frame: Frame, year: number): Promise<YearPreview> {
  const { rules, settings, now } = frame;
  const plan = { ...rules.plan, contacts: await readContacts(deps.pool, deps.plan) };
  const { calendar, zone } = rules;
  const { smsProvider: provider } = deps;
  const leaves = await readLeaves(deps.pool, deps.plan);
  const reachability = await readReachability(deps.pool, deps.plan);
  const periods = periodsInPlan(plan, year);
  const input = {
    plan,
    leaves,
    calendar,
    zone,
    startedAt: now,
    demonstration: settings.demonstration,
    ...(provider && { choose: chosenFor(provider) }),
  };
  const messages = plannedMessages({ ...input, online: deps.webUrl }, periods);
  const sms = messages.filter(({ channel }) => channel === 'sms');
  const days = daysOf(frame, messages);
  return {
    days,
    messages: messages.length,
    sms: sms.length,
    parts: partsOf(sms),
    refused: provider ? refusedOf(textsOf(sms), provider) : [],
    hasRobot: deps.hasRobot === true,
    unreachable: unreachableIn(plan, periods, reachability, zone.dayOf(now)),
    unpublished: unpublishedIn(frame, days),
  };
}

/** SMS are billed by the part. */
export const partsOf = (messages: readonly PlannedMessage[]): number =>
  messages.reduce((sum, { words }) => sum + words().parts, 0);

function unpublishedIn({ rules }: Frame, days: readonly PreviewDay[]): number[] {
  const groups = days.flatMap((day) => day.groups).filter(({ certain }) => !certain);
  const years = groups.flatMap(({ first }) => [
    Number(rules.zone.dayOf(first.at).slice(0, 4)),
    yearOf(parsePeriod(first.period)),
  ]);
  const known = new Set(rules.calendar.years);
  return [...new Set(years)].filter((year) => !known.has(year)).toSorted((a, b) => a - b);
}

function daysOf({ rules }: Frame, messages: readonly PlannedMessage[]): PreviewDay[] {
  const { zone, calendar, plan } = rules;
  const groups = new Map<string, PlannedMessage[]>();
  for (const message of messages) {
    const key = [message.at, message.period, message.step, message.channel].join('.');
    const group = groups.get(key);
    if (group) group.push(message);
    else groups.set(key, [message]);
  }
  const days = new Map<Day, PreviewGroup[]>();
  for (const [key, group] of groups) {
    const [first] = group;
    if (!first) continue;
    const on = zone.dayOf(first.at);
    const due = nominalDue(parsePeriod(first.period), plan.deadlines);
    const certain = isSpanPublished(calendar, on, due);
    days.set(on, [...(days.get(on) ?? []), { key, first, messages: group, certain }]);
  }
  return [...days].map(([on, of]) => ({ on, groups: of }));
}
