/** cuibao board: where a round stands. */

import { isLate, isLateByOriginal, isOverdue } from '../../../domain/obligation/obligation.ts';
import type { Zone } from '../../../domain/time/time.ts';
import { type Board, type BoardRow, readBoard } from '../../../store/board.ts';
import type { StepAt } from '../../../store/board-parts.ts';
import { roundOf } from '../../command.ts';
import { boardText } from '../board.ts';
import { type Context, inOffice } from '../context.ts';
import { say, sayJson } from '../terminal/say.ts';
import { isoOrNull } from '../terminal/time.ts';

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
