/** cuibao board: where a round stands. */

import colors from 'picocolors';
import {
  isExtended,
  isLate,
  isLateByOriginal,
  isOutstanding,
  isOverdue,
} from '../../domain/obligation/obligation.ts';
import { KIND } from '../../domain/plan/message-kinds.ts';
import { isHalted } from '../../domain/round/round.ts';
import { label, parsePeriod } from '../../domain/time/period.ts';
import type { Instant, Zone } from '../../domain/time/time.ts';
import { type Board, type BoardRow, readBoard, type StepAt } from '../../store/read/board.ts';
import { roundOf } from '../command.ts';
import { CHANNEL, DELIVERY, PHASE, STATE } from '../state-words.ts';
import { type Context, inOffice } from './context.ts';
import { say, sayJson } from './terminal/say.ts';
import { table } from './terminal/table.ts';
import { dayInFull, isoOrNull, moment, shortMoment } from './terminal/time.ts';

export const showBoard = (
  context: Context,
  period: string,
  { json }: { json?: true },
): Promise<void> =>
  inOffice(context, async ({ plan, pool, now, rules, fixed }) => {
    const board = await readBoard(pool, roundOf(plan, period), await now());
    if (json) sayJson(boardJson(board, rules.zone));
    else say(boardText(board, rules.zone, fixed.demonstration));
  });

/** The stable contract: docs/cli.md. */
const boardJson = (board: Board, zone: Zone) => ({
  period: board.round.period,
  due: { nominal: board.round.due.nominal, effective: board.round.due.effective },
  counts: board.counts,
  obligations: board.rows.map((row) => rowJson(row, board, zone)),
});

const rowJson = (
  { obligation: o, unreachable, lastStep, nextStep }: BoardRow,
  board: Board,
  zone: Zone,
) => ({
  unit: o.unit,
  unitName: o.unitName,
  state: o.state,
  late: isLate(o),
  lateByOriginal: isLateByOriginal(o),
  overdue: isOverdue(o, board.asOf),
  unreachable,
  due: o.due.nominal,
  firstReceivedAt: isoOrNull(o.firstReceivedAt, zone),
  receivedAt: isoOrNull(o.receivedAt, zone),
  lastStep: stepJson(lastStep, zone),
  nextStep: stepJson(nextStep, zone),
});

const stepJson = (step: StepAt | null, zone: Zone) =>
  step && { step: step.step, kind: step.kind, at: zone.iso(step.at) };

/** The board for a terminal: the numbers, what is to be done, then the units, those missing first. */
function boardText(board: Board, zone: Zone, demonstration: boolean): string {
  const { rows, tasks } = board;
  return [
    demonstration ? colors.yellow('演示：不会发出任何真实消息') : [],
    heading(board, zone),
    numbers(board),
    compilation(board, zone),
    tasks.length === 0
      ? []
      : `今天要做的事：${tasks.length}件，详见 cuibao tasks ${board.round.period}`,
    '',
    rows.length === 0
      ? `本批次将于 ${moment(board.round.opensAt, zone)} 开启。`
      : units(board, zone),
  ]
    .flat()
    .join('\n');
}

function heading({ round, asOf }: Board, zone: Zone): string {
  const { nominal, effective } = round.due;
  const judged = effective === nominal ? '' : `，按${dayInFull(effective)}判断迟报`;
  const paused = isHalted(round) ? colors.red(' 已暂停发送') : '';
  const title = colors.bold(`${label(parsePeriod(round.period))}（${round.period}）`);
  return `${title} ${PHASE[round.phase]}${paused}  现在 ${moment(asOf, zone)}\n截止 ${dayInFull(nominal)}${judged}`;
}

function numbers({ counts: c, rows }: Board): string {
  const sum = `应报${c.owed} = 已报${c.reported} + 免报${c.waived} + 未报${c.missing}`;
  return `${sum}；迟报${c.late}，退回${c.returned}，通过${c.accepted}，延期${c.extended}，逾期${c.overdue}，未签收${c.unconfirmed}，联系不上${rows.filter((row) => row.unreachable).length}`;
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

const units = (board: Board, zone: Zone): string =>
  table(
    COLUMNS,
    [...board.rows].sort((a, b) => rank(a) - rank(b)).map((row) => cells(row, board.asOf, zone)),
  );

/** Missing before arrived; within each towns, the city's departments, then all others. */
function rank({ obligation: o }: BoardRow): number {
  const group = o.unitKind === 'town' ? 0 : o.unitClass === 'municipal' ? 1 : 2;
  return (isOutstanding(o.state) ? 0 : 10) + group;
}

function cells(row: BoardRow, asOf: Instant, zone: Zone): string[] {
  const { obligation: o, nextStep, lastContact } = row;
  return [
    row.unreachable ? `${o.unitName} ${colors.red('联系不上')}` : o.unitName,
    stateOf(row, asOf),
    o.due.nominal.slice(5),
    shortMoment(o.receivedAt, zone),
    lastContact === null
      ? ''
      : `${zone.dayOf(lastContact.at).slice(5)} ${KIND[lastContact.kind]}${CHANNEL[lastContact.channel]}${DELIVERY[lastContact.state]}`,
    nextStep === null ? '' : `${shortMoment(nextStep.at, zone)} ${KIND[nextStep.kind]}`,
  ];
}

function stateOf({ obligation: o }: BoardRow, asOf: Instant): string {
  const word = STATE[o.state];
  if (isOverdue(o, asOf)) return colors.red(`${word} 逾期`);
  if (o.promisedOn !== null && isOutstanding(o.state))
    return colors.yellow(`${word} 诺${o.promisedOn.slice(5)}`);
  if (isOutstanding(o.state)) return isExtended(o) ? colors.yellow(`${word} 延期`) : word;
  return isLate(o) ? `${colors.green(word)} 迟报` : colors.green(word);
}
