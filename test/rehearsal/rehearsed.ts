/**
 * A small made-up rehearsal: two units, one round, messages of every channel and outcome, with text that must be
 * escaped.
 */
import type { Obligation } from '../../domain/obligation/obligation.ts';
import { roundDates } from '../../domain/round/round-dates.ts';
import { day } from '../../domain/time/time.ts';
import type { Act, PageRecord, PageUnit } from '../../rehearsal/page/read.ts';
import type { MessageRow, Rehearsed } from '../../rehearsal/result.ts';
import { shippedPlan } from '../../rehearsal/shipped-plan.ts';
import { obligation } from '../support/rules/situation.ts';
import { at, china, shanghai } from '../support/time/dates.ts';

const EVIL = '<script>alert("&")</script>';

const message = (fields: Partial<MessageRow> & Pick<MessageRow, 'at'>): MessageRow => ({
  sentAt: null,
  unit: 'nongyeju',
  step: 'notice',
  kind: 'notice',
  channel: 'email',
  person: '农业局联络员甲',
  state: 'sent',
  reason: null,
  ...fields,
});

const iso = (time: string) => `2018-${time}:00+08:00`;

export const messages: readonly MessageRow[] = [
  message({ at: iso('06-22T09:00'), sentAt: iso('06-22T09:00') }),
  message({
    at: iso('06-22T09:00'),
    unit: 'shenwan',
    state: 'skipped',
    person: null,
    reason: EVIL,
  }),
  message({
    at: iso('07-12T09:00'),
    step: 'reminder-1',
    kind: 'reminder',
    channel: 'sms',
    state: 'rejected',
    reason: 'number not in service',
  }),
  message({
    at: iso('07-13T09:00'),
    step: 'due',
    kind: 'due',
    state: 'cancelled',
    reason: '已报，取消',
  }),
  message({
    at: iso('07-17T10:30'),
    step: 'chase-1',
    kind: 'chase',
    channel: 'task',
    person: EVIL,
  }),
  message({
    at: iso('07-19T09:00'),
    step: 'press-3',
    kind: 'press',
    channel: 'letter',
    state: 'held',
    person: '农业局分管领导丙',
  }),
  message({
    at: iso('07-23T09:00'),
    step: 'supervise-5',
    kind: 'supervise',
    channel: 'slip',
    state: 'planned',
  }),
  message({
    at: iso('08-13T09:00'),
    step: 'supervise-20',
    kind: 'supervise',
    channel: 'slip',
    state: 'cancelled',
  }),
  message({
    at: iso('07-30T09:00'),
    unit: '',
    step: 'compiled-1',
    kind: 'digest',
    sentAt: iso('07-30T09:00'),
  }),
];

export const act = (kind: Act['kind'], time: string, fields: Partial<Act> = {}): Act => ({
  at: at(time),
  kind,
  actor: '市农业局',
  state: null,
  dueAt: null,
  on: null,
  way: null,
  reallyAt: null,
  said: null,
  ...fields,
});

export const unit = (of: Obligation, acts: readonly Act[]): PageUnit => ({ obligation: of, acts });

/** The input of the page, without the style sheet. */
export const input = (): { result: Rehearsed; record: PageRecord } => ({
  result: {
    year: 2018,
    seconds: 20,
    rounds: [
      {
        period: '2018H1',
        owed: 2,
        compiledAt: iso('07-30T09:00'),
        documents: ['2018H1-汇总报告-第1版.docx'],
        obligations: [],
        messages,
      },
    ],
    violations: [],
    refused: [],
  },
  record: {
    plan: `普惠金融${EVIL}`,
    bureau: '市金融局',
    calendar: china,
    zone: shanghai,
    endedAt: at('2018-08-07 15:00'),
    rounds: [{ round, compilations: [compiled], units: [late, missing] }],
  },
});

const late = unit(
  obligation('submitted', {
    firstReceivedAt: at('2018-07-18 10:00'),
    firstDueAt: at('2018-07-17 00:00'),
  }),
  [
    act('call', '2018-07-16 15:00', { said: EVIL, on: day('2018-07-18') }),
    act('submit', '2018-07-18 10:00', { state: 'submitted' }),
  ],
);

const missing = unit(
  obligation('open', {
    unit: 'shenwan',
    unitName: `神湾镇${EVIL}`,
    unitKind: 'town',
    unitClass: 'town',
  }),
  [],
);

const compiled = {
  version: 1,
  reportSeq: 1,
  draft: true,
  madeAt: at('2018-07-30 09:00'),
  outstanding: 1,
  reason: '汇总日',
};

const round = {
  id: 'zhongshan-2017-2020/2018H1',
  year: 'zhongshan-2017-2020/2018',
  plan: 'zhongshan-2017-2020',
  period: '2018H1',
  phase: 'signed-off' as const,
  ...roundDates({ plan: shippedPlan, calendar: china, zone: shanghai }, day('2018-07-15')),
  calendar: china.version,
  paused: false,
  planPaused: false,
  rev: 1,
  reportSeq: 1,
  outstanding: 1,
  compileWanted: false,
  contactCheckDoneAt: null,
  callListDoneAt: null,
  mendedAt: null,
  openedAt: at('2018-06-22 09:00'),
  signedOffVersion: 1,
  signedOffAt: at('2018-07-31 15:00'),
};
