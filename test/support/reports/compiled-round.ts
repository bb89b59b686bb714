/** The round 2018H1 of the shipped plan, with every way a report can stand on the compile date; each text occurs once. */

import type { CompilationInput } from '../../../domain/compilation/compilation.ts';
import type { Entry } from '../../../domain/compilation/entry.ts';
import type { Obligation } from '../../../domain/obligation/obligation.ts';
import type { ItemReport, Report } from '../../../domain/obligation/submission.ts';
import type { Owed } from '../../../domain/plan/owed.ts';
import { owed } from '../../../domain/plan/owed.ts';
import { parsePeriod } from '../../../domain/time/period.ts';
import { day, instant } from '../../../domain/time/time.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';

const at = (iso: string) => instant(Date.parse(iso));
const DUE = {
  nominal: day('2018-07-15'),
  effective: day('2018-07-16'),
  at: at('2018-07-17T00:00:00+08:00'),
};
const EXTENDED = {
  nominal: day('2018-08-10'),
  effective: day('2018-08-10'),
  at: at('2018-08-11T00:00:00+08:00'),
};
const PERIOD = parsePeriod('2018H1');
const NOBODY = { firstReceivedAt: null, firstVersion: null, firstDueAt: null, receivedAt: null };

type Turn = { readonly state?: Partial<Obligation>; readonly report?: Partial<Report> | null };

/** What is not the ordinary case, by the unit's code. */
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
  caizhengju: { state: { firstReceivedAt: at('2018-07-18T09:20:00+08:00') } },
  guoziwei: { report: { nil: true, items: [], remark: '本期引导基金尚未设立，无可报告的进展。' } },
  bianweiban: { state: { state: 'accepted' }, report: { remark: '机构改革方案正在制定。' } },
};

/** Texts that a unit wrote, each recognisable: 〔code 第9项 进展〕. */
export function writtenRow(code: string, no: number, optional = false): ItemReport {
  const text = (part: string) => `〔${code} 第${no}项 ${part}〕`;
  if (optional && no % 2 === 0) {
    return { no, status: '不涉及', progress: '', problems: '', nextSteps: '' };
  }
  const status = no % 7 === 0 ? '滞后' : '按序时推进';
  return {
    no,
    status,
    progress: `${text('进展')}上半年完成情况良好，6月末余额12.3亿元，同比增长8%。`,
    problems: no % 3 === 0 ? text('问题') : '',
    nextSteps: no % 2 === 1 ? text('下一步') : '',
    ...(no % 9 === 0 && { figures: [{ name: text('数据'), value: '-12.30', unit: '亿元' }] }),
  };
}

function writtenReport({ unit, items, optionalItems }: Owed): Report {
  return {
    nil: false,
    items: [
      ...items.map((no) => writtenRow(unit.code, no)),
      ...optionalItems.slice(0, 3).map((no) => writtenRow(unit.code, no, true)),
    ],
    remark: unit.kind === 'town' ? `〔${unit.code} 总体〕成立领导小组，按季调度。` : '',
    preparedBy: '经办人',
    phone: '0760-00000002',
    reviewedBy: '审核人',
    signedBy: '签发人',
    declaration: true,
  };
}

function entryOf(owes: Owed): Entry {
  const { unit, items, optionalItems } = owes;
  const turn = TURNS[unit.code] ?? {};
  const receivedAt = at('2018-07-12T16:05:00+08:00');
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
  asOf: at('2018-07-30T09:00:00+08:00'),
  version: 1,
  draft: false,
  demonstration: false,
};

/** Every text of every report of the round. */
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
