/** cuibao show: what was planned, sent, done and handed in for one unit. */

import colors from 'picocolors';
import { hasGone } from '../../domain/delivery/delivery.ts';
import { CHANNEL, DELIVERY, KIND, SLOT, STATE, STEP, WAY } from '../../domain/field-words.ts';
import { figuresText } from '../../domain/obligation/figures.ts';
import {
  isLate,
  isLateByOriginal,
  isOverdue,
  type Obligation,
} from '../../domain/obligation/obligation.ts';
import type { Report } from '../../domain/obligation/submission.ts';
import { maskMobile } from '../../domain/people/masked.ts';
import type { Instant, Zone } from '../../domain/time/time.ts';
import { readTimeline, type Timeline, type TimelineDelivery } from '../../store/read/unit.ts';
import { obligationOf } from '../command.ts';
import { failureInWords } from '../failure-words.ts';
import { type Context, type WhichUnit, withPlan } from './context.ts';
import { say, sayJson } from './terminal/say.ts';
import { shortNumber } from './terminal/short-number.ts';
import { table } from './terminal/table.ts';
import { dayInFull, isoOrNull, moment, shortMoment } from './terminal/time.ts';
import { shortened } from './terminal/width.ts';

type Options = { json?: true; texts?: true };

export const showUnit = (
  context: Context,
  { period, unit }: WhichUnit,
  { json, texts }: Options,
): Promise<void> =>
  withPlan(context, async ({ plan, pool, rules, now }) => {
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

function timelineText(timeline: Timeline, asOf: Instant, zone: Zone, withTexts: boolean): string {
  const parts: readonly (readonly [string, string])[] = [
    ['节点', steps(timeline, zone)],
    ['投递', deliveries(timeline, zone)],
    ['操作', commands(timeline, zone)],
    ['材料', submissions(timeline, zone)],
  ];
  return [
    heading(timeline.obligation, timeline.round.period, asOf, zone),
    ...parts
      .filter(([, text]) => text !== '')
      .map(([title, text]) => `\n${colors.bold(title)}\n${text}`),
    ...(withTexts ? timeline.deliveries.map((delivery) => fullText(delivery, zone)) : []),
  ].join('\n');
}

function heading(o: Obligation, period: string, asOf: Instant, zone: Zone): string {
  const lines = [
    `${colors.bold(o.unitName)}  ${period}  ${STATE[o.state]}${isLate(o) ? '（迟报）' : ''}${isOverdue(o, asOf) ? colors.red('（逾期）') : ''}`,
    `期限 ${dayInFull(o.due.nominal)}${moved(o)}${o.version > 0 ? `，最新为第${o.version}版` : ''}`,
    o.confirmedAt === null ? '未签收' : `签收 ${moment(o.confirmedAt, zone)}`,
    o.promisedOn === null ? '' : `承诺 ${dayInFull(o.promisedOn)} 前报送`,
    o.waivedReason === null ? '' : `免报原因：${o.waivedReason}`,
  ];
  return lines.filter((line) => line !== '').join('\n');
}

const moved = ({ due, originalDue }: Obligation): string =>
  due.nominal === originalDue.nominal ? '' : `（原定 ${originalDue.nominal}）`;

function steps({ steps: all, obligation }: Timeline, zone: Zone): string {
  if (all.length === 0) return '';
  return table(
    [
      { title: '轮', width: 4 },
      { title: '时间', width: 18 },
      { title: '节点', width: 22 },
      { title: '状态', width: 9 },
      { title: '说明', width: 45 },
    ],
    all.map((step) => [
      step.cycle === obligation.cycle ? String(step.cycle) : colors.dim(String(step.cycle)),
      moment(step.at, zone),
      `${KIND[step.kind]} ${step.key}`,
      STEP[step.state],
      step.reason ?? '',
    ]),
  );
}

function deliveries({ deliveries: all }: Timeline, zone: Zone): string {
  if (all.length === 0) return '';
  return table(
    [
      { title: '计划', width: 12 },
      { title: '节点', width: 11 },
      { title: '渠道', width: 7 },
      { title: '收件人', width: 38 },
      { title: '结果', width: 19 },
      { title: '说明', width: 13 },
    ],
    all.map((delivery) => [
      shortMoment(delivery.at, zone),
      KIND[delivery.kind],
      CHANNEL[delivery.channel],
      `${SLOT[delivery.slot]} ${delivery.person ?? ''} ${delivery.address ?? ''}`.trim(),
      `${DELIVERY[delivery.state]} ${shortMoment(delivery.settledAt, zone)}`.trim(),
      [
        delivery.insteadOf === null ? '' : '改送',
        delivery.reason === null ? '' : failureInWords(delivery.reason),
      ]
        .filter((text) => text !== '')
        .join('：'),
    ]),
  );
}

function commands({ commands: all }: Timeline, zone: Zone): string {
  if (all.length === 0) return '';
  return table(
    [
      { title: '时间', width: 18 },
      { title: '操作人', width: 20 },
      { title: '操作', width: 14 },
      { title: '结果', width: 46 },
    ],
    all.map(({ at, actor, kind, ok, message }) => [
      moment(at, zone),
      actor.name,
      kind,
      ok ? message : colors.red(`未办：${message}`),
    ]),
  );
}

function submissions({ submissions: all }: Timeline, zone: Zone): string {
  return all
    .map(({ version, receivedAt, way, evidence, supplement, withdrawnAt, report }, index) => {
      const notes = [
        WAY[way],
        evidence,
        supplement ? '补报' : '',
        withdrawnAt === null ? '' : `已撤回 ${shortMoment(withdrawnAt, zone)}`,
        report.nil ? '零报告' : `${report.items.length}项`,
      ].filter((note) => note !== '');
      const line = `第${version}版  收到 ${moment(receivedAt, zone)}  ${notes.join('，')}  ${shortened(report.remark, 40)}`;
      const isNewest = index === all.length - 1;
      return [line.trimEnd(), ...(isNewest ? figureLines(report) : [])].join('\n');
    })
    .join('\n');
}

/** One line for each item that has figures; shown for the newest version only. */
const figureLines = ({ items }: Report): string[] =>
  items
    .filter(({ figures }) => figures !== undefined)
    .map(({ no, figures }) => `  第${no}项数据：${figuresText(figures)}`);

function fullText({ text, subject, kind, channel, at }: TimelineDelivery, zone: Zone): string {
  if (text === null) return '';
  return `\n── ${moment(at, zone)} ${KIND[kind]} ${CHANNEL[channel]}\n${subject ? `主题：${subject}\n` : ''}${text.trimEnd()}`;
}
