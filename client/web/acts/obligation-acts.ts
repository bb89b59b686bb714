/** The forms of acts on one unit's report. Reporting and recording have pages of their own. */
import type { ObligationAct } from '../../../domain/obligation/act.ts';
import { day } from '../../../domain/time/time.ts';
import type { ActForm, Field, Values } from './act-form.ts';

type Kind = Exclude<ObligationAct['kind'], 'submit' | 'record'>;

const reason: Field = { name: 'reason', kind: 'text', most: 500 };
const until: Field = { name: 'until', kind: 'day' };
const version: Field = { name: 'version', kind: 'hidden' };
const delivery: Field = { name: 'delivery', kind: 'hidden' };

const textOf = (values: Values, name: keyof Values): string => values[name] ?? '';
const versionOf = (values: Values): number => Number(values.version);

export const OBLIGATION_ACTS: { readonly [K in Kind]?: ActForm<ObligationAct> } = {
  withdraw: {
    need: 'report',
    fields: [reason],
    act: (v) => ({ kind: 'withdraw', reason: textOf(v, 'reason') }),
  },
  confirm: { need: 'report', fields: [], act: () => ({ kind: 'confirm' }) },
  'ask-extension': {
    need: 'report',
    fields: [until, { ...reason, most: 200 }],
    act: (v) => ({
      kind: 'ask-extension',
      until: day(textOf(v, 'until')),
      reason: textOf(v, 'reason'),
    }),
  },
  endorse: {
    need: 'endorse',
    fields: [version],
    act: (v) => ({ kind: 'endorse', version: versionOf(v) }),
  },
  return: {
    need: 'work on round',
    fields: [version, reason, until],
    judges: true,
    act: (v) => ({
      kind: 'return',
      version: versionOf(v),
      reason: textOf(v, 'reason'),
      until: day(textOf(v, 'until')),
    }),
  },
  accept: {
    need: 'work on round',
    fields: [version],
    judges: true,
    act: (v) => ({ kind: 'accept', version: versionOf(v) }),
  },
  extend: {
    need: 'work on round',
    fields: [until, reason],
    judges: true,
    act: (v) => ({ kind: 'extend', until: day(textOf(v, 'until')), reason: textOf(v, 'reason') }),
  },
  'refuse-extension': {
    need: 'work on round',
    fields: [{ name: 'reason', kind: 'text', most: 200 }],
    judges: true,
    act: (v) => ({ kind: 'refuse-extension', reason: textOf(v, 'reason') }),
  },
  'withdraw-extension': {
    need: 'work on round',
    fields: [reason],
    judges: true,
    act: (v) => ({ kind: 'withdraw-extension', reason: textOf(v, 'reason') }),
  },
  waive: {
    need: 'work on round',
    fields: [reason],
    judges: true,
    act: (v) => ({ kind: 'waive', reason: textOf(v, 'reason') }),
  },
  call: {
    need: 'work on round',
    fields: [
      { name: 'who', kind: 'line', most: 50 },
      { name: 'answer', kind: 'text', optional: true, most: 500 },
      { name: 'promisedOn', kind: 'day', optional: true },
    ],
    act: (v) => ({
      kind: 'call',
      who: textOf(v, 'who'),
      answer: textOf(v, 'answer'),
      promisedOn: v.promisedOn ? day(v.promisedOn) : null,
    }),
  },
  note: {
    need: 'work on round',
    fields: [{ name: 'text', kind: 'text', most: 500 }],
    act: (v) => ({ kind: 'note', text: textOf(v, 'text') }),
  },
  remind: { need: 'work on round', fields: [], judges: true, act: () => ({ kind: 'remind' }) },
  resend: {
    need: 'send again',
    fields: [delivery],
    judges: true,
    act: (v) => ({ kind: 'resend', delivery: textOf(v, 'delivery') }),
  },
  release: {
    need: 'work on round',
    fields: [delivery],
    judges: true,
    act: (v) => ({ kind: 'release', delivery: textOf(v, 'delivery') }),
  },
  dismiss: {
    need: 'work on round',
    fields: [delivery, reason],
    judges: true,
    act: (v) => ({
      kind: 'dismiss',
      delivery: textOf(v, 'delivery'),
      reason: textOf(v, 'reason'),
    }),
  },
};
