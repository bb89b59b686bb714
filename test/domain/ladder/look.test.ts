import { describe, expect, it } from 'vitest';
import { day } from '../../../domain/time/time.ts';
import { called, inState, look, pass, reasons } from '../../support/rules/ladder.ts';
import { extendedTo, obligation } from '../../support/rules/situation.ts';
import { at } from '../../support/time/dates.ts';

const open = obligation();
const NOTICE = '2018-06-22 09:00';
const LADDER = [
  'notice 2018-06-22 09:00',
  'reminder-5 2018-07-06 09:00',
  'reminder-1 2018-07-12 09:00',
  'due 2018-07-13 09:00',
  'chase-1 2018-07-17 10:30',
  'press-3 2018-07-19 09:00',
  'supervise-5 2018-07-23 09:00',
  'supervise-10 2018-07-30 09:00',
  'supervise-15 2018-08-06 09:00',
];
const UNTIL_DUE = [NOTICE, '2018-07-06 09:00', '2018-07-12 09:00', '2018-07-13 09:00'];

describe('in the normal course', () => {
  it('the first look plans the whole ladder, three supervisions ahead', () => {
    const { steps, changed } = look(NOTICE, open);
    expect(inState(steps, 'planned')).toEqual(LADDER);
    expect(changed).toEqual(steps);
  });

  it('a second look at the same moment changes nothing', () => {
    const { steps } = look(NOTICE, open);
    expect(look(NOTICE, open, steps).changed).toEqual([]);
  });

  it('each performed 督办 adds another, while nothing has arrived', () => {
    const steps = pass(
      LADDER.slice(0, 8).map((line) => line.slice(-16)),
      open,
    );
    const planned = inState(look('2018-07-30 09:00', open, steps).steps, 'planned');
    expect(planned).toEqual([
      'supervise-15 2018-08-06 09:00',
      'supervise-20 2018-08-13 09:00',
      'supervise-25 2018-08-20 09:00',
    ]);
  });

  it('the bureau’s own part has no ladder', () => {
    expect(look(NOTICE, obligation('open', { own: true })).steps).toEqual([]);
  });
});

describe('a report that has arrived', () => {
  const noticed = pass([NOTICE, '2018-07-06 09:00'], open);

  it.each([
    ['submitted', '已报，取消'],
    ['accepted', '已报，取消'],
    ['waived', '已免报，取消'],
  ] as const)('%s: the rest is cancelled, what was sent stays', (state, reason) => {
    const { steps } = look('2018-07-10 09:00', obligation(state), noticed);
    expect(inState(steps, 'performed')).toEqual(LADDER.slice(0, 2));
    expect(inState(steps, 'planned')).toEqual([]);
    expect(new Set(steps.filter((s) => s.state === 'cancelled').map((s) => s.reason))).toEqual(
      new Set([reason]),
    );
  });

  it('withdrawn: future steps are planned again, past ones are not', () => {
    const { steps } = look('2018-07-10 09:00', obligation('submitted'), noticed);
    const again = look('2018-07-12 11:00', obligation('open', { version: 1 }), steps).steps;
    expect(inState(again, 'planned')).toEqual(LADDER.slice(3));
    expect(reasons(again, 'cancelled')).toEqual(['reminder-1: 已报，取消']);
  });
});

describe('a round that is over', () => {
  const noticed = pass([NOTICE], open);
  it.each([
    ['signed-off', '批次已上报'],
    ['cancelled', '批次已撤销'],
  ] as const)('%s: nothing goes out any more, replies neither', (phase, reason) => {
    const reply = called(open, 'extended-1', 'extended', '2018-07-10 08:00');
    const { steps } = look('2018-07-10 08:00', open, [...noticed, reply], { phase });
    expect(inState(steps, 'planned')).toEqual([]);
    expect(reasons(steps, 'cancelled')).toContain(`extended-1: ${reason}`);
  });

  it('reopened: future steps are planned again', () => {
    const { steps } = look('2018-07-18 08:00', open, noticed, { phase: 'signed-off' });
    const again = look('2018-07-18 09:00', open, steps).steps;
    expect(inState(again, 'planned')).toEqual(LADDER.slice(5));
  });
});

describe('a new date', () => {
  const beforeDue = pass(UNTIL_DUE.slice(0, 2), open);
  const extended = obligation('open', extendedTo('2018-07-25'));

  it('extended: the old cycle is cancelled, a new one begins without a notice', () => {
    const { steps } = look('2018-07-10 09:00', extended, beforeDue);
    expect(inState(steps, 'planned', 1)).toEqual([]);
    expect(reasons(steps, 'cancelled')).toContain('due: 期限已改，按新期限另行提醒');
    expect(inState(steps, 'performed', 1)).toEqual(LADDER.slice(0, 2));
    expect(inState(steps, 'planned', 2)).toEqual([
      'reminder-5 2018-07-18 09:00',
      'reminder-1 2018-07-24 09:00',
      'due 2018-07-25 09:00',
      'chase-1 2018-07-26 10:30',
      'press-3 2018-07-30 09:00',
      'supervise-5 2018-08-01 09:00',
      'supervise-10 2018-08-08 09:00',
      'supervise-15 2018-08-15 09:00',
    ]);
  });

  it('extended: no step of the new cycle is before the extension', () => {
    const late = { ...extended, cycleFrom: at('2018-07-20 16:00') };
    const { steps } = look('2018-07-20 16:00', late, beforeDue);
    expect(inState(steps, 'planned', 2)[0]).toBe('reminder-1 2018-07-24 09:00');
  });

  it('returned: one reminder and an officer’s task', () => {
    const { steps } = look('2018-07-13 10:00', obligation('returned'), pass(UNTIL_DUE, open));
    expect(inState(steps, 'planned')).toEqual([
      'reminder-1 2018-07-19 09:00',
      'returned-task 2018-07-23 10:30',
    ]);
    expect(steps.find((step) => step.key === 'returned-task')?.addressing).toEqual([
      { slot: 'officer', channels: ['task'], release: 'automatic' },
    ]);
  });
});

describe('a promise', () => {
  const steps = pass(UNTIL_DUE, open);
  const promised = obligation('open', { promisedOn: day('2018-07-18') });

  it('postpones the next step, and the next look changes nothing', () => {
    const held = look('2018-07-17 09:00', { ...promised, promisedOn: day('2018-07-17') }, steps);
    expect(inState(held.steps, 'planned')[0]).toBe('chase-1 2018-07-18 10:30');
    const again = look(
      '2018-07-17 09:00',
      { ...promised, promisedOn: day('2018-07-17') },
      held.steps,
    );
    expect(again.changed).toEqual([]);
  });

  it('steps before the last postponed one are skipped with the reason', () => {
    const held = look('2018-07-17 09:00', promised, steps).steps;
    expect(reasons(held, 'skipped')).toEqual(['chase-1: 已承诺2018-07-18前报送']);
    expect(inState(held, 'planned')[0]).toBe('press-3 2018-07-19 09:00');
  });
});
