import type { ACTS_ZH } from './acts-zh.ts';

export const ACTS_EN: typeof ACTS_ZH = {
  fields: {
    reason: 'Reason',
    until: 'New date',
    version: 'Version',
    who: 'Spoken with',
    answer: 'What they said (leave empty when nobody picked up)',
    promisedOn: 'Date promised (leave empty when none)',
    text: 'Text',
    delivery: 'Delivery',
    to: 'New due date',
  },
  roundActs: {
    cancel: 'Cancel the round',
    'move-date': 'Move the due date',
    compile: 'Compile now',
    'sign-off': 'Sign off',
    reopen: 'Reopen',
    pause: 'Pause sending',
    resume: 'Resume sending',
  },
  confirmAct: 'Confirm',
  backFromAct: 'Back, change nothing',
  required: 'required',
  optional: 'optional',
  fieldEmpty: (field) => `“${field}” is empty; please fill it in.`,
  fieldTooLong: (field, most, is) => `“${field}” may have ${most} characters and has ${is}.`,
  fieldNoDay: (field, typed) => `“${typed}” in “${field}” is no date; write it like 2018-07-20.`,
  notDone: 'Not done',
  changedMeanwhile:
    'Since you opened this page others have done the following. Check, then confirm:',
  done: 'Done',
};
