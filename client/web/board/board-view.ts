/** Which rows a board shows, and in what order. All of it is in the address, so a link shows the same rows. */

import { isUndelivered } from '../../../domain/delivery/delivery.ts';
import {
  isLate,
  isOutstanding,
  isOverdue,
  type Obligation,
} from '../../../domain/obligation/obligation.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import type { Instant } from '../../../domain/time/time.ts';
import type { Board, BoardOverview, BoardUnit } from '../../../store/read/board.ts';
import { lastContact } from '../../../store/read/last-contact.ts';
import type { Frame } from '../shared/frame.ts';
import { askedPage, pageOf } from '../shared/paging.ts';
import {
  GROUPS,
  type Group,
  groupOf,
  LIGHTS,
  lightOf,
  SECTIONS,
  type Standing,
  sectionOf,
} from '../shared/standing.ts';

export type BoardProps = {
  readonly frame: Frame;
  readonly board: Board;
  /** What was asked for, and the rows that answer it. */
  readonly query: BoardQuery;
  readonly view: BoardView;
};

/** What the counts above the rows count; each is also a filter. */
export const SHOWS = [
  'missing',
  'overdue',
  'returned',
  'extended',
  'requests',
  'unconfirmed',
  'undelivered',
  'unreachable',
  'reported',
  'toReview',
  'accepted',
  'late',
  'awaitingScan',
  'waived',
] as const;
export type Show = (typeof SHOWS)[number];

type BoardQuery = {
  readonly show: Show | null;
  readonly group: Group | null;
  /** A section of the bureau (科室). */
  readonly desk: string | null;
  readonly text: string;
  readonly sort: Sort;
  readonly page: number;
  readonly live: boolean;
};

/** Rows on a page when the round has more than `WHOLE` units. */
const PAGE_SIZE = 100;
const WHOLE = 200;
const MOST_TEXT = 50;

/** Ignores values it does not know. */
export function boardQuery(asked: Readonly<Record<string, string | undefined>>): BoardQuery {
  const { show, group, desk = '', q = '', sort, page, live } = asked;
  return {
    show: SHOWS.find((one) => one === show) ?? null,
    group: GROUPS.find((one) => one === group) ?? null,
    desk: typed(desk) || null,
    text: typed(q),
    sort: SORTS.find((one) => one === sort) ?? 'plan',
    page: askedPage(page),
    live: live !== '0',
  };
}

const typed = (text: string): string => Array.from(text.trim()).slice(0, MOST_TEXT).join('');

/** The inverse of `boardQuery`; leaves out defaults. */
export const queryOf = (query: BoardQuery): Record<string, string> => ({
  show: query.show ?? '',
  group: query.group ?? '',
  desk: query.desk ?? '',
  q: query.text,
  sort: query.sort === 'plan' ? '' : query.sort,
  page: query.page === 1 ? '' : String(query.page),
  live: query.live ? '' : '0',
});

type Facts = {
  readonly board: Pick<BoardOverview, 'units' | 'made' | 'liaisons'>;
  readonly now: Instant;
  readonly plan: Pick<Plan, 'units'>;
};

type BoardView = {
  /** On the page that is shown. */
  readonly units: readonly BoardUnit[];
  /** On all pages. */
  readonly found: number;
  readonly page: number;
  readonly pages: number;
};

export function viewOf(facts: Facts, query: BoardQuery): BoardView {
  const { units } = facts.board;
  const found = inOrder(facts, units.filter(fits(facts, query)), query.sort);
  const { rows, page, pages } = pageOf(found, query.page, units.length > WHOLE ? PAGE_SIZE : WHOLE);
  return { units: rows, found: found.length, page, pages };
}

function fits(facts: Facts, { show, group, desk, text }: BoardQuery): (unit: BoardUnit) => boolean {
  const isOfDesk = desk === null ? () => true : ofDesk(facts.plan, desk);
  const isNamed = answersTo(facts, text);
  return (unit) => {
    const { obligation } = unit;
    if (show !== null && !shows(facts, show, unit)) return false;
    if (group !== null && groupOf(obligation) !== group) return false;
    return isOfDesk(unit) && isNamed(unit);
  };
}

function ofDesk(plan: Facts['plan'], desk: string): (unit: BoardUnit) => boolean {
  const desks = desksByUnit(plan);
  return ({ obligation }) => desks.get(obligation.unit) === desk;
}

function answersTo({ board, plan }: Facts, text: string): (unit: BoardUnit) => boolean {
  if (text === '') return () => true;
  const aliases = new Map(plan.units.map((unit) => [unit.code, unit.aliases]));
  const wanted = text.toLowerCase();
  return ({ obligation: { unit, unitName } }) => {
    const liaison = board.liaisons.get(unit)?.name ?? '';
    return [unitName, unit, ...(aliases.get(unit) ?? []), liaison].some((name) =>
      name.toLowerCase().includes(wanted),
    );
  };
}

/** Decides for the counts as for the filter. */
export function shows(
  { board, now }: Pick<Facts, 'board' | 'now'>,
  show: Show,
  unit: BoardUnit,
): boolean {
  const { obligation } = unit;
  const { state } = obligation;
  switch (show) {
    case 'missing':
      return isOutstanding(state);
    case 'overdue':
      return isOverdue(obligation, now);
    case 'returned':
      return state === 'returned';
    case 'extended':
      return obligation.dueBeforeExtension !== null;
    case 'requests':
      return unit.request !== null;
    case 'unconfirmed':
      return obligation.confirmedAt === null && isOutstanding(state) && !obligation.own;
    case 'undelivered':
      return isOutstanding(state) && isUndelivered(board.made.messages.get(obligation.id));
    case 'unreachable':
      return unit.unreachable;
    case 'reported':
      return hasReported(obligation);
    case 'toReview':
      return state === 'submitted';
    case 'accepted':
      return state === 'accepted';
    case 'late':
      return hasReported(obligation) && isLate(obligation);
    case 'awaitingScan':
      return unit.awaitingScan;
    case 'waived':
      return state === 'waived';
  }
}

const hasReported = ({ state }: Pick<Obligation, 'state'>): boolean =>
  state === 'submitted' || state === 'accepted';

export const SORTS = ['plan', 'desk', 'name', 'due', 'contact', 'state'] as const;
type Sort = (typeof SORTS)[number];

const inChinese = new Intl.Collator('zh-CN');
const ORDER = Object.keys(LIGHTS) as Standing[];

/** Stable: equal units stay in the order of the plan. */
function inOrder(
  { board, now, plan }: Facts,
  units: readonly BoardUnit[],
  sort: Sort,
): readonly BoardUnit[] {
  switch (sort) {
    case 'desk':
      return sorted(units, deskPlace(plan));
    case 'plan':
      return sorted(units, place);
    case 'name':
      return units.toSorted((a, b) =>
        inChinese.compare(a.obligation.unitName, b.obligation.unitName),
      );
    case 'due':
      return sorted(units, ({ obligation }) => obligation.due.at);
    // The longest without a contact first.
    case 'contact':
      return sorted(units, ({ obligation }) => lastContact(board.made, obligation.id)?.at ?? 0);
    case 'state':
      return sorted(units, ({ obligation }) => ORDER.indexOf(lightOf(obligation, now).standing));
  }
}

const sorted = (units: readonly BoardUnit[], placeOf: (unit: BoardUnit) => number): BoardUnit[] =>
  units
    .map((unit) => ({ unit, place: placeOf(unit) }))
    .sort((a, b) => a.place - b.place)
    .map(({ unit }) => unit);

const place = ({ obligation }: BoardUnit): number =>
  SECTIONS.indexOf(sectionOf(obligation.state)) * GROUPS.length +
  GROUPS.indexOf(groupOf(obligation));

/** Units without a section come last. */
function deskPlace(plan: Facts['plan']): (unit: BoardUnit) => number {
  const desks = desksOf(plan);
  const byUnit = desksByUnit(plan);
  return (unit) => {
    const desk = byUnit.get(unit.obligation.unit);
    const section = desk === undefined ? desks.length : desks.indexOf(desk);
    return section * SECTIONS.length * GROUPS.length + place(unit);
  };
}

type Units = Pick<Plan, 'units'>;

/** Sections of the bureau (科室), in the order of the roster. Old rosters name none. */
export const desksOf = ({ units }: Units): string[] => [
  ...new Set(units.flatMap(({ desk }) => desk ?? [])),
];

/** The section by the unit's code. */
export const desksByUnit = ({ units }: Units): ReadonlyMap<string, string> =>
  new Map(units.flatMap(({ code, desk }) => (desk ? [[code, desk] as const] : [])));
