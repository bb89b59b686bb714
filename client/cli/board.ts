/** cuibao board: the state of a round. */

import colors from 'picocolors';
import { hasGone, hasNotArrived } from '../../domain/delivery/delivery.ts';
import { CHANNEL, DELIVERY, KIND, PHASE, STATE } from '../../domain/field-words.ts';
import {
  isExtended,
  isLate,
  isLateByOriginal,
  isOutstanding,
  isOverdue,
} from '../../domain/obligation/obligation.ts';
import { countsOf } from '../../domain/round/counts.ts';
import { isHalted } from '../../domain/round/round.ts';
import { label, parsePeriod } from '../../domain/time/period.ts';
import type { Instant, Zone } from '../../domain/time/time.ts';
import { type Board, type BoardUnit, readWholeBoard, type StepAt } from '../../store/read/board.ts';
import { type LastContact, type LastMessage, lastContact } from '../../store/read/last-contact.ts';
import { roundOf } from '../command.ts';
import { type Context, withPlan } from './context.ts';
import { say, sayJson } from './terminal/say.ts';
import { table } from './terminal/table.ts';
import { dayInFull, isoOrNull, moment, shortMoment } from './terminal/time.ts';

export const showBoard = (
  context: Context,
  period: string,
  { json }: { json?: true },
): Promise<void> =>
  withPlan(context, async ({ plan, pool, now, rules, fixed }) => {
    const asOf = await now();
    const board = await readWholeBoard(pool, roundOf(plan, period), rules.zone.dayOf(asOf));
    if (json) sayJson(boardJson(board, asOf, rules.zone));
    else say(boardText(board, asOf, rules.zone, fixed.demonstration));
  });

/** The stable contract: docs/cli.md. */
const boardJson = (board: Board, asOf: Instant, zone: Zone) => ({
  period: board.round.period,
  due: { nominal: board.round.due.nominal, effective: board.round.due.effective },
  counts: counted(board, asOf),
  obligations: board.units.map((unit) => unitJson(board, unit, asOf, zone)),
});

const counted = ({ units }: Board, asOf: Instant) =>
  countsOf(
    units.map(({ obligation }) => obligation),
    asOf,
  );

const unitJson = (
  { last, next }: Board,
  { obligation: o, unreachable }: BoardUnit,
  asOf: Instant,
  zone: Zone,
) => ({
  unit: o.unit,
  unitName: o.unitName,
  state: o.state,
  late: isLate(o),
  lateByOriginal: isLateByOriginal(o),
  overdue: isOverdue(o, asOf),
  unreachable,
  due: o.due.nominal,
  firstReceivedAt: isoOrNull(o.firstReceivedAt, zone),
  receivedAt: isoOrNull(o.receivedAt, zone),
  lastStep: stepJson(last.get(o.id), zone),
  nextStep: stepJson(next.get(o.id), zone),
});

const stepJson = (step: StepAt | undefined, zone: Zone) =>
  step ? { step: step.step, kind: step.kind, at: zone.iso(step.at) } : null;

/** Numbers first, then the count of tasks, then the units, those without a report first. */
function boardText(board: Board, asOf: Instant, zone: Zone, demonstration: boolean): string {
  const tasks = [...board.taskCounts.values()].reduce((sum, one) => sum + one, 0);
  return [
    demonstration ? colors.yellow('演示：不会发出任何真实消息') : [],
    heading(board, asOf, zone),
    numbers(board, asOf),
    compilation(board, zone),
    tasks === 0 ? [] : `今天要做的事：${tasks}件，详见 cuibao tasks ${board.round.period}`,
    '',
    board.units.length === 0
      ? `本批次将于 ${moment(board.round.opensAt, zone)} 开启。`
      : unitTable(board, asOf, zone),
  ]
    .flat()
    .join('\n');
}

function heading({ round }: Board, asOf: Instant, zone: Zone): string {
  const { nominal, effective } = round.due;
  const judged = effective === nominal ? '' : `，按${dayInFull(effective)}判断迟报`;
  const paused = isHalted(round) ? colors.red(' 已暂停发送') : '';
  const title = colors.bold(`${label(parsePeriod(round.period))}（${round.period}）`);
  return `${title} ${PHASE[round.phase]}${paused}  现在 ${moment(asOf, zone)}\n截止 ${dayInFull(nominal)}${judged}`;
}

function numbers(board: Board, asOf: Instant): string {
  const c = counted(board, asOf);
  const unreachable = board.units.filter((unit) => unit.unreachable).length;
  const sum = `应报${c.owed} = 已报${c.reported} + 免报${c.waived} + 未报${c.missing}`;
  return `${sum}；迟报${c.late}，退回${c.returned}，${STATE.accepted}${c.accepted}，延期${c.extended}，逾期${c.overdue}，未签收${c.unconfirmed}，联系不上${unreachable}`;
}

function compilation({ compilation: made, round }: Board, zone: Zone): string {
  const planned = `计划 ${dayInFull(round.compileOn)} 汇总`;
  if (round.signedOffVersion !== null) return `已上报第${round.signedOffVersion}版汇总报告`;
  if (made === null) return `汇总报告还没有；${planned}`;
  const notes = [made.draft ? '尚未报齐' : '已报齐', made.stale ? '已过时，新版将自动生成' : ''];
  const note = notes.filter((text) => text !== '').join('，');
  return `汇总报告第${made.version}版（${shortMoment(made.madeAt, zone)}，${note}）；${planned}`;
}

const COLUMNS = [
  { title: '单位', width: 25 },
  { title: '状态', width: 12 },
  { title: '期限', width: 7 },
  { title: '收到', width: 12 },
  { title: '最近联系', width: 23 },
  { title: '下一节点', width: 21 },
];

const unitTable = (board: Board, asOf: Instant, zone: Zone): string =>
  table(
    COLUMNS,
    [...board.units]
      .sort((a, b) => rank(a) - rank(b))
      .map((unit) => cells(board, unit, asOf, zone)),
  );

/** Sort order: units without a report first; within both groups towns, then the city's departments, then the others. */
function rank({ obligation: o }: BoardUnit): number {
  const group = o.unitKind === 'town' ? 0 : o.unitClass === 'municipal' ? 1 : 2;
  return (isOutstanding(o.state) ? 0 : 10) + group;
}

function cells(board: Board, unit: BoardUnit, asOf: Instant, zone: Zone): string[] {
  const { obligation: o } = unit;
  const nextStep = board.next.get(o.id);
  return [
    unit.unreachable ? `${o.unitName} ${colors.red('联系不上')}` : o.unitName,
    stateOf(unit, asOf),
    o.due.nominal.slice(5),
    shortMoment(o.receivedAt, zone),
    contact(lastContact(board.made, o.id), zone),
    nextStep === undefined ? '' : `${shortMoment(nextStep.at, zone)} ${KIND[nextStep.kind]}`,
  ];
}

function contact(last: LastContact | null, zone: Zone): string {
  if (last === null) return '';
  const day = zone.dayOf(last.at).slice(5);
  if (last.call) return `${day} 致电：${last.call.answer || '无人接听'}`;
  const { channel, state } = mainPart(last.message);
  return `${day} ${KIND[last.message.kind]}${CHANNEL[channel]}${DELIVERY[state]}`;
}

/** The part that failed to reach the liaison, if any; otherwise the one that went through. */
function mainPart({ parts }: LastMessage): LastMessage['parts'][number] {
  const part =
    parts.find(({ slot, state }) => slot === 'liaison' && hasNotArrived(state)) ??
    parts.find(({ state }) => hasGone(state)) ??
    parts[0];
  if (part === undefined) throw new Error('a message without parts');
  return part;
}

function stateOf({ obligation: o }: BoardUnit, asOf: Instant): string {
  const word = STATE[o.state];
  if (isOverdue(o, asOf)) return colors.red(`${word} 逾期`);
  if (o.promisedOn !== null && isOutstanding(o.state))
    return colors.yellow(`${word} 诺${o.promisedOn.slice(5)}`);
  if (isOutstanding(o.state)) return isExtended(o) ? colors.yellow(`${word} 延期`) : word;
  return isLate(o) ? `${colors.green(word)} 迟报` : colors.green(word);
}
