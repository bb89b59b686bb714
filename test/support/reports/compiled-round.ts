/** Round 2018H1 of the shipped plan on the compile date, with a report in every possible state. Each text occurs once. */

import type { CompilationInput } from '../../../domain/compilation/compilation.ts';
import type { Entry } from '../../../domain/compilation/entry.ts';
import type { Obligation } from '../../../domain/obligation/obligation.ts';
import type { Report } from '../../../domain/obligation/submission.ts';
import type { Owed } from '../../../domain/plan/owed.ts';
import { owed } from '../../../domain/plan/owed.ts';
import { parsePeriod } from '../../../domain/time/period.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';
import { at, dueOn } from '../time/dates.ts';
import { signedReport, writtenRow } from './reports.ts';

const DUE = dueOn('2018-07-15');
const EXTENDED = dueOn('2018-08-10');
const PERIOD = parsePeriod('2018H1');
const NOBODY = { firstReceivedAt: null, firstVersion: null, firstDueAt: null, receivedAt: null };

type Turn = { readonly state?: Partial<Obligation>; readonly report?: Partial<Report> | null };

/** The units whose case is not the ordinary one, by their code. */
const TURNS: Readonly<Record<string, Turn>> = {
  canlian: {
    state: { ...NOBODY, state: 'waived', waivedReason: '职责划转，由市扶贫办并报' },
    report: null,
  },
  fupinban: { state: { ...NOBODY, state: 'open' }, report: null },
  kejiju: {
    state: { ...NOBODY, state: 'open', due: EXTENDED, dueBeforeExtension: DUE },
    report: null,
  },
  guotuju: { state: { state: 'returned' } },
  caizhengju: { state: { firstReceivedAt: at('2018-07-18 09:20') } },
  guoziwei: { report: { nil: true, items: [], remark: '本期引导基金尚未设立，无可报告的进展。' } },
  bianweiban: { state: { state: 'accepted' }, report: { remark: '机构改革方案正在制定。' } },
};

function writtenReport({ unit, items, optionalItems }: Owed): Report {
  return {
    ...signedReport,
    items: [
      ...items.map((no) => writtenRow(unit.code, no)),
      ...optionalItems.slice(0, 3).map((no) => writtenRow(unit.code, no, true)),
    ],
    remark: unit.kind === 'town' ? `〔${unit.code} 总体〕成立领导小组，按季调度。` : '',
  };
}

function entryOf(owes: Owed): Entry {
  const { unit, items, optionalItems } = owes;
  const turn = TURNS[unit.code] ?? {};
  const receivedAt = at('2018-07-12 16:05');
  const obligation: Obligation = {
    id: `${shippedPlan.id}/2018H1/${unit.code}`,
    round: `${shippedPlan.id}/2018H1`,
    unit: unit.code,
    unitName: unit.name,
    unitKind: unit.kind,
    unitClass: unit.class,
    own: unit.code === shippedPlan.bureau.unit,
    items,
    optionalItems,
    state: 'submitted',
    rev: 1,
    cycle: 1,
    cycleKind: 'first',
    cycleFrom: null,
    due: DUE,
    originalDue: DUE,
    dueBeforeExtension: null,
    firstReceivedAt: receivedAt,
    firstVersion: 1,
    firstDueAt: DUE.at,
    receivedAt,
    version: 1,
    returnLate: false,
    confirmedAt: null,
    promisedOn: null,
    waivedReason: null,
    ...turn.state,
  };
  const submission =
    turn.report === null
      ? null
      : {
          version: 1,
          receivedAt: obligation.receivedAt ?? receivedAt,
          way: unit.kind === 'town' ? ('mail' as const) : ('online' as const),
          report: { ...writtenReport(owes), ...turn.report },
        };
  return { obligation, submission };
}

export const compiledRound: CompilationInput = {
  plan: shippedPlan,
  period: PERIOD,
  entries: owed(shippedPlan, PERIOD).map(entryOf),
  asOf: at('2018-07-30 09:00'),
  version: 1,
  draft: false,
  demonstration: false,
};

/** All texts that the units wrote. */
export const textsOf = (entries: readonly Entry[]): string[] =>
  entries
    .flatMap(({ submission }) => (submission === null ? [] : [submission.report]))
    .flatMap((report) => [
      report.remark,
      ...report.items.flatMap((row) => [
        row.progress,
        row.problems,
        row.nextSteps,
        ...(row.figures ?? []).flatMap(({ name, value, unit }) => [name, value, unit]),
      ]),
    ])
    .filter((text) => text !== '');
