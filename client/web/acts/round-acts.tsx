/** What can be done about a whole round, each by a form of its own. */
import type { RoundAct } from '../../../domain/command.ts';
import { day } from '../../../domain/time/time.ts';
import type { ActForm, Field } from './act-form.ts';

type Kind = Exclude<RoundAct['kind'], 'open'>;

const reason: Field = { name: 'reason', kind: 'text', most: 500 };

export const ROUND_ACTS: { readonly [K in Kind]: ActForm<RoundAct> } = {
  compile: { need: 'work on round', fields: [], act: () => ({ kind: 'compile' }) },
  'sign-off': {
    need: 'sign off',
    fields: [{ name: 'version', kind: 'hidden' }],
    judges: true,
    act: ({ version }) => ({ kind: 'sign-off', version: Number(version) }),
  },
  reopen: {
    need: 'sign off',
    fields: [reason],
    judges: true,
    act: (v) => ({ kind: 'reopen', reason: v.reason ?? '' }),
  },
  'move-date': {
    need: 'sign off',
    fields: [{ name: 'to', kind: 'day' }, reason],
    judges: true,
    act: (v) => ({ kind: 'move-date', to: day(v.to ?? ''), reason: v.reason ?? '' }),
  },
  pause: {
    need: 'work on round',
    fields: [reason],
    act: (v) => ({ kind: 'pause', reason: v.reason ?? '' }),
  },
  resume: { need: 'work on round', fields: [], act: () => ({ kind: 'resume' }) },
  cancel: {
    need: 'administer',
    fields: [reason],
    judges: true,
    act: (v) => ({ kind: 'cancel', reason: v.reason ?? '' }),
  },
};
