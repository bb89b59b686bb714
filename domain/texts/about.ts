/** The facts about one obligation for its messages, from the record or, in a preview, from the plan. */

import { isLate, type Obligation } from '../obligation/obligation.ts';
import { receiptNumber } from '../obligation/submission.ts';
import type { MessageKind } from '../plan/message-kinds.ts';
import type { Plan, Unit } from '../plan/plan.ts';
import type { RoundDates } from '../round/round.ts';
import type { Day, Instant, Zone } from '../time/time.ts';
import { type WorkCalendar, workdayOnOrBefore, workdaysAfter } from '../time/workdays.ts';
import type { About, Before, Sender } from './facts.ts';

type AboutInput = {
  readonly plan: Plan;
  readonly calendar: WorkCalendar;
  readonly zone: Zone;
  readonly period: string;
  readonly dates: Pick<RoundDates, 'compileOn'>;
  readonly obligation: Obligation;
  readonly kind: MessageKind;
  readonly asOf: Instant;
  readonly before: readonly Before[];
  readonly returned: About['returned'];
  readonly extended: About['extended'];
  readonly refusedRequest?: About['refusedRequest'];
  readonly online?: string | undefined;
};

export function aboutOf(input: AboutInput): About {
  const { plan, calendar, obligation: o } = input;
  const unit = unitsByCode(plan.units).get(o.unit);
  const last = workdayOnOrBefore(calendar, o.due.nominal);
  return {
    obligation: o.id,
    cycle: o.cycle,
    period: input.period,
    unitName: o.unitName,
    addressee: unit?.addressee ?? o.unitName,
    wording: plan.policy.classes[o.unitClass].wording,
    isTown: o.unitKind === 'town',
    items: plan.items.filter((item) => o.items.includes(item.no)),
    optionalItems: o.optionalItems,
    nominalDue: o.due.nominal,
    effectiveDue: o.due.effective,
    dueAt: o.due.at,
    lastWorkdayBefore: last === o.due.nominal ? null : last,
    makeGoodBy: makeGoodBy(input),
    compileOn: input.dates.compileOn,
    before: input.before,
    confirmedAt: o.confirmedAt,
    promisedOn: o.promisedOn,
    submission: submissionOf(o),
    returned: input.returned,
    extended: input.extended,
    refusedRequest: input.refusedRequest ?? null,
    ...(input.online === undefined ? {} : { online: input.online }),
  };
}

// A preview looks up units for many thousands of messages.
const indexes = new WeakMap<Plan['units'], Map<string, Unit>>();

function unitsByCode(units: Plan['units']): Map<string, Unit> {
  const known = indexes.get(units) ?? new Map(units.map((unit) => [unit.code, unit]));
  indexes.set(units, known);
  return known;
}

/** 催办 gives one more working day, a 督办单 two. */
function makeGoodBy({ kind, calendar, zone, asOf }: AboutInput): Day | null {
  const today = zone.dayOf(asOf);
  if (kind === 'press') return workdaysAfter(calendar, today, 1);
  return kind === 'supervise' ? workdaysAfter(calendar, today, 2) : null;
}

function submissionOf(o: Obligation): About['submission'] {
  if (o.receivedAt === null || o.version === 0) return null;
  return {
    version: o.version,
    receivedAt: o.receivedAt,
    late: isLate(o),
    receipt: receiptNumber(o, o.version),
  };
}

export const senderOf = (plan: Plan): Sender => ({
  bureau: plan.bureau.name,
  signature: plan.bureau.signature,
  phone: plan.bureau.phone,
  person: plan.bureau.person,
  subject: plan.subject,
  planTitle: plan.title,
  basis: plan.basis,
  authority: plan.authority.name,
  office: plan.authority.office,
});
