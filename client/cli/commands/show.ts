/** cuibao show: everything that was planned, sent, done and handed in for one unit. */
import { hasGone } from '../../../domain/delivery/delivery.ts';
import { isLate, isLateByOriginal, isOverdue } from '../../../domain/obligation/obligation.ts';
import { maskMobile } from '../../../domain/people/masked.ts';
import type { Instant, Zone } from '../../../domain/time/time.ts';
import { readTimeline, type Timeline, type TimelineDelivery } from '../../../store/read/unit.ts';
import { obligationOf } from '../../command.ts';
import { type Context, inOffice } from '../context.ts';
import { timelineText } from '../show.ts';
import { say, sayJson } from '../terminal/say.ts';
import { shortNumber } from '../terminal/short-number.ts';
import { isoOrNull } from '../terminal/time.ts';

type Options = { json?: true; texts?: true };

export const showUnit = (
  context: Context,
  period: string,
  unit: string,
  { json, texts }: Options,
): Promise<void> =>
  inOffice(context, async ({ plan, pool, rules, now }) => {
    const timeline = masked(await readTimeline(pool, obligationOf(plan, period, unit).id));
    const asOf = await now();
    if (json) sayJson(timelineJson(timeline, asOf, rules.zone));
    else say(timelineText(timeline, asOf, rules.zone, texts === true));
  });

const masked = (timeline: Timeline): Timeline => ({
  ...timeline,
  deliveries: timeline.deliveries.map((delivery) =>
    delivery.channel === 'sms' && delivery.address !== null
      ? { ...delivery, address: maskMobile(delivery.address) }
      : delivery,
  ),
});

/** The stable contract: docs/cli.md. */
const timelineJson = (timeline: Timeline, asOf: Instant, zone: Zone) => {
  const { obligation: o } = timeline;
  return {
    period: timeline.round.period,
    unit: o.unit,
    unitName: o.unitName,
    state: o.state,
    version: o.version,
    late: isLate(o),
    lateByOriginal: isLateByOriginal(o),
    returnLate: o.returnLate,
    overdue: isOverdue(o, asOf),
    due: { nominal: o.due.nominal, effective: o.due.effective },
    originalDue: { nominal: o.originalDue.nominal, effective: o.originalDue.effective },
    firstReceivedAt: isoOrNull(o.firstReceivedAt, zone),
    receivedAt: isoOrNull(o.receivedAt, zone),
    confirmedAt: isoOrNull(o.confirmedAt, zone),
    promisedOn: o.promisedOn,
    waivedReason: o.waivedReason,
    items: o.items,
    optionalItems: o.optionalItems,
    steps: timeline.steps.map(({ cycle, key, kind, state, at, reason }) => ({
      cycle,
      step: key,
      kind,
      state,
      at: zone.iso(at),
      reason,
    })),
    deliveries: timeline.deliveries.map((delivery) => deliveryJson(delivery, zone)),
    commands: timeline.commands.map((command) => ({ ...command, at: zone.iso(command.at) })),
    submissions: timeline.submissions.map((submission) => ({
      version: submission.version,
      receivedAt: zone.iso(submission.receivedAt),
      enteredAt: zone.iso(submission.enteredAt),
      way: submission.way,
      evidence: submission.evidence,
      supplement: submission.supplement,
      withdrawnAt: isoOrNull(submission.withdrawnAt, zone),
      report: submission.report,
    })),
  };
};

const deliveryJson = ({ at, settledAt, ...delivery }: TimelineDelivery, zone: Zone) => ({
  number: shortNumber(delivery.key),
  ...delivery,
  at: zone.iso(at),
  sentAt: hasGone(delivery.state) ? isoOrNull(settledAt, zone) : null,
  settledAt: isoOrNull(settledAt, zone),
});
