/** cuibao preview: every message of a year or a round, before it starts. */

import { maskMobile } from '../../domain/people/masked.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { findUnit } from '../../domain/plan/roster.ts';
import { type Preview, type PreviewInput, preview } from '../../domain/preview/preview.ts';
import {
  nominalDue,
  type Period,
  parsePeriod,
  periodInPlan,
  periodsInPlan,
} from '../../domain/time/period.ts';
import type { Zone } from '../../domain/time/time.ts';
import { isSpanPublished, type WorkCalendar } from '../../domain/time/workdays.ts';
import { zone as zoneNamed } from '../../domain/time/zone.ts';
import { shippedCalendar } from '../../gateways/calendar/holidays.ts';
import { readLeaves } from '../../store/read/contacts.ts';
import { readContacts } from '../../store/read/plans.ts';
import { type Context, inOffice } from './context.ts';
import { readPlan } from './plan-source.ts';
import { previewSummary, previewTexts } from './preview-view.ts';
import { say, sayJson } from './terminal/say.ts';

type Options = { live?: true; unit?: string; texts?: true; json?: true };

export async function showPreview(
  context: Context,
  what: string,
  folder: string | undefined,
  options: Options,
): Promise<void> {
  const input = options.live ? await fromDatabase(context) : await fromFolder(context, folder);
  const { plan, zone, calendar } = input;
  const unit = options.unit === undefined ? null : findUnit(plan, options.unit).code;
  const messages = preview(input, periodsOf(plan, what))
    .filter((message) => unit === null || message.unit.split(',').includes(unit))
    .map(masked);
  if (options.json) return sayJson(messages.map((message) => previewJson(message, zone)));
  const isCertain = (message: Preview) => isPublished(message, plan, calendar, zone);
  const hasRobot = (await context.settings()).BUREAU_ROBOT !== undefined;
  const seen = { zone, isCertain, hasRobot };
  say(options.texts ? previewTexts(messages, seen) : previewSummary(messages, seen));
}

const fromFolder = async (context: Context, folder: string | undefined): Promise<PreviewInput> => {
  const plan = await readPlan(context, folder);
  const calendar = shippedCalendar();
  const zone = zoneNamed(plan.zone);
  return { plan, leaves: [], calendar, zone, startedAt: null, demonstration: false };
};

const fromDatabase = (context: Context): Promise<PreviewInput> =>
  inOffice(context, async ({ plan, rules, pool, fixed, now, settings }) => ({
    plan: { ...plan, contacts: await readContacts(pool, plan.id) },
    leaves: await readLeaves(pool, plan.id),
    calendar: rules.calendar,
    zone: rules.zone,
    startedAt: await now(),
    demonstration: fixed.demonstration,
    online: settings.WEB_URL,
  }));

/** A year has one or two periods of the plan. */
const periodsOf = (plan: Plan, what: string): Period[] =>
  /^\d{4}$/.test(what) ? periodsInPlan(plan, Number(what)) : [periodInPlan(plan, what)];

const masked = (message: Preview): Preview =>
  message.channel === 'sms' ? { ...message, to: maskMobile(message.to) } : message;

/** The stable contract: docs/cli.md. */
const previewJson = ({ at, ...message }: Preview, zone: Zone) => ({ at: zone.iso(at), ...message });

// A step counted from an unpublished January is uncertain also where it falls in a published November.
const isPublished = ({ at, period }: Preview, plan: Plan, calendar: WorkCalendar, zone: Zone) =>
  isSpanPublished(calendar, zone.dayOf(at), nominalDue(parsePeriod(period), plan.deadlines));
