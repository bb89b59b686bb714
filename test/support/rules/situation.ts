/** The obligation of 市农业局 in round 2018H1 in any state, and the situation in which a command meets it. */
import type { ObligationAct } from '../../../domain/obligation/act.ts';
import type { Obligation, ObligationState } from '../../../domain/obligation/obligation.ts';
import type { NamedDelivery, Situation } from '../../../domain/obligation/transition/change.ts';
import { day } from '../../../domain/time/time.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';
import { rulesOf } from '../../../store/read/plans.ts';
import { signedReport } from '../reports/reports.ts';
import { at, china, dueOn } from '../time/dates.ts';

const rules = rulesOf(shippedPlan, china).dates;

const neverReported: Obligation = {
  id: 'zhongshan-2017-2020/2018H1/nongyeju',
  round: 'zhongshan-2017-2020/2018H1',
  unit: 'nongyeju',
  unitName: '市农业局',
  unitKind: 'department',
  unitClass: 'municipal',
  own: false,
  items: [9, 15, 16, 19, 54],
  optionalItems: [],
  state: 'open',
  rev: 7,
  cycle: 1,
  cycleKind: 'first',
  cycleFrom: null,
  due: dueOn('2018-07-15'),
  originalDue: dueOn('2018-07-15'),
  dueBeforeExtension: null,
  firstReceivedAt: null,
  firstVersion: null,
  firstDueAt: null,
  receivedAt: null,
  version: 0,
  returnLate: false,
  confirmedAt: null,
  promisedOn: null,
  waivedReason: null,
};

const arrivedOn12July: Partial<Obligation> = {
  state: 'submitted',
  firstReceivedAt: at('2018-07-12 16:05'),
  firstVersion: 1,
  firstDueAt: dueOn('2018-07-15').at,
  receivedAt: at('2018-07-12 16:05'),
  version: 1,
};

const returnedUntil20July: Partial<Obligation> = {
  ...arrivedOn12July,
  state: 'returned',
  cycle: 2,
  cycleKind: 'returned',
  cycleFrom: at('2018-07-13 09:00'),
  due: dueOn('2018-07-20'),
};

const STATES: Readonly<Record<ObligationState, Partial<Obligation>>> = {
  open: {},
  submitted: arrivedOn12July,
  returned: returnedUntil20July,
  accepted: { ...arrivedOn12July, state: 'accepted' },
  waived: { state: 'waived', waivedReason: '职责划转' },
};

export const obligation = (
  state: ObligationState = 'open',
  fields: Partial<Obligation> = {},
): Obligation => ({ ...neverReported, ...STATES[state], ...fields });

export const extendedTo = (nominal: string): Partial<Obligation> => ({
  due: dueOn(nominal),
  dueBeforeExtension: dueOn('2018-07-15'),
  cycle: 2,
  cycleKind: 'extended',
  cycleFrom: at('2018-07-10 09:00'),
});

/** By default on Friday 13 July, the last working day before the due day. */
export const situation = (before: Obligation, other: Partial<Situation> = {}): Situation => ({
  phase: 'open',
  before,
  receivedAt: at('2018-07-13 11:00'),
  rules,
  delivery: null,
  remindersByHand: 0,
  resends: 0,
  request: null,
  endorsed: false,
  ...other,
});

/** A letter that waits for release. */
export const LETTER: NamedDelivery = {
  state: 'held',
  kind: 'press',
  slot: 'leader',
  channel: 'letter',
  cycle: 1,
  reason: null,
  needsRelease: true,
  isFollowed: false,
};
/** A mail that was refused. */
export const FAILED: NamedDelivery = {
  ...LETTER,
  state: 'rejected',
  kind: 'reminder',
  slot: 'liaison',
  channel: 'email',
  needsRelease: false,
};

/** One act of every kind, valid for version 1. */
export const ACTS: { readonly [K in ObligationAct['kind']]: Extract<ObligationAct, { kind: K }> } =
  {
    submit: { kind: 'submit', report: signedReport },
    record: {
      kind: 'record',
      report: signedReport,
      way: 'paper',
      actuallyReceivedAt: at('2018-07-13 09:30'),
      evidence: '收文登记 2018-0713',
    },
    withdraw: { kind: 'withdraw', reason: '数字有误' },
    return: { kind: 'return', version: 1, reason: '第15项缺少数据', until: day('2018-07-20') },
    accept: { kind: 'accept', version: 1 },
    extend: { kind: 'extend', until: day('2018-07-25'), reason: '台风应急' },
    'withdraw-extension': { kind: 'withdraw-extension', reason: '应急已结束' },
    waive: { kind: 'waive', reason: '职责划转市林业局' },
    confirm: { kind: 'confirm' },
    call: { kind: 'call', who: '张联络', answer: '周一报', promisedOn: day('2018-07-16') },
    note: { kind: 'note', text: '联络员休假' },
    remind: { kind: 'remind' },
    release: { kind: 'release', delivery: 'letter' },
    dismiss: { kind: 'dismiss', delivery: 'letter', reason: '已电话沟通' },
    'edit-held': {
      kind: 'edit-held',
      delivery: 'letter',
      document: {
        title: '关于报送的函',
        addressee: '市农业局',
        paragraphs: ['请于20日前报送。'],
        signature: '市金融局',
        date: '2018年7月19日',
      },
    },
    resend: { kind: 'resend', delivery: 'failed' },
    'ask-extension': { kind: 'ask-extension', until: day('2018-07-25'), reason: '台风应急' },
    'refuse-extension': { kind: 'refuse-extension', reason: '汇总时间紧' },
    endorse: { kind: 'endorse', version: 1 },
    'add-scan': {
      kind: 'add-scan',
      version: 1,
      scan: { id: '00000000-0000-4000-8000-000000000001', name: '签批页.pdf', sha256: 'ab' },
    },
  };
