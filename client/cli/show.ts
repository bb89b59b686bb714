/** One unit's history for a terminal. */
import colors from 'picocolors';
import { figuresText } from '../../domain/obligation/figures.ts';
import { isLate, isOverdue, type Obligation } from '../../domain/obligation/obligation.ts';
import type { Report } from '../../domain/obligation/submission.ts';
import { KIND } from '../../domain/plan/message-kinds.ts';
import type { Instant, Zone } from '../../domain/time/time.ts';
import type { Timeline, TimelineDelivery } from '../../store/read/unit.ts';
import { failureInWords } from '../failure-words.ts';
import { CHANNEL, DELIVERY, SLOT, STATE, STEP, WAY } from '../state-words.ts';
import { table } from './terminal/table.ts';
import { dayInFull, moment, shortMoment } from './terminal/time.ts';
import { shortened } from './terminal/width.ts';

export function timelineText(
  timeline: Timeline,
  asOf: Instant,
  zone: Zone,
  withTexts: boolean,
): string {
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

/** Of the newest version: a line for each item that has some. */
const figureLines = ({ items }: Report): string[] =>
  items
    .filter(({ figures }) => figures !== undefined)
    .map(({ no, figures }) => `  第${no}项数据：${figuresText(figures)}`);

function fullText({ text, subject, kind, channel, at }: TimelineDelivery, zone: Zone): string {
  if (text === null) return '';
  return `\n── ${moment(at, zone)} ${KIND[kind]} ${CHANNEL[channel]}\n${subject ? `主题：${subject}\n` : ''}${text.trimEnd()}`;
}
