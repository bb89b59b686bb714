import { describe, expect, it } from 'vitest';
import { called, inState, look, pass, reasons } from '../../support/rules/ladder.ts';
import { extendedTo, obligation } from '../../support/rules/situation.ts';

const open = obligation();
const NOTICE = '2018-06-22 09:00';

describe('replies and reminders by hand', () => {
  it.each([
    ['in the window at once', '2018-07-10 10:00', '2018-07-10 10:00'],
    ['at lunch after lunch', '2018-07-10 12:30', '2018-07-10 14:30'],
    ['in the night in the morning', '2018-07-10 23:00', '2018-07-11 08:30'],
    ['on a Saturday on Monday', '2018-07-14 10:00', '2018-07-16 08:30'],
  ])('%s', (_, when, expected) => {
    const receipt = called(obligation('submitted'), 'receipt-1', 'receipt', when);
    const { steps } = look(when, obligation('submitted'), [receipt]);
    expect(inState(steps, 'planned')).toEqual([`receipt-1 ${expected}`]);
  });

  it('a reply goes out although the unit has reported; a reminder by hand does not', () => {
    const both = [
      called(open, 'extended-1', 'extended', '2018-07-10 08:00'),
      called(open, 'remind-1', 'reminder', '2018-07-10 08:00'),
    ];
    const { steps } = look('2018-07-10 08:00', obligation('submitted'), both);
    expect(inState(steps, 'planned')).toEqual(['extended-1 2018-07-10 08:30']);
    expect(reasons(steps, 'cancelled')).toContain('remind-1: 已报，取消');
  });

  it('a refused extension request is told while the report is owed in that cycle, and not after it was granted', () => {
    const refusal = called(open, 'extension-refused-1', 'extension-refused', '2018-07-10 08:00');
    const told = look('2018-07-10 08:00', open, [refusal]);
    expect(inState(told.steps, 'planned')).toContain('extension-refused-1 2018-07-10 08:30');
    const overtaken = [obligation('submitted'), obligation('open', extendedTo('2018-07-25'))];
    for (const now of overtaken) {
      const { steps } = look('2018-07-10 08:10', now, [refusal]);
      expect(reasons(steps, 'cancelled').join()).toMatch(/extension-refused-1: (已报|期限已改)/);
    }
  });

  it('a reminder by hand is cancelled by a new due date', () => {
    const byHand = called(open, 'remind-1', 'reminder', '2018-07-10 08:00');
    const extended = obligation('open', extendedTo('2018-07-25'));
    const { steps } = look('2018-07-10 08:10', extended, [byHand]);
    expect(reasons(steps, 'cancelled')).toEqual(['remind-1: 期限已改']);
  });

  it('of messages sent again only an acknowledgement goes out after the report', () => {
    const both = [
      called(open, 'resend-1', 'receipt', '2018-07-10 09:00'),
      called(open, 'resend-2', 'extended', '2018-07-10 09:00'),
      called(open, 'resend-3', 'chase', '2018-07-10 09:00'),
    ];
    const { steps } = look('2018-07-10 09:00', obligation('submitted'), both);
    expect(inState(steps, 'planned')).toEqual(['resend-1 2018-07-10 09:00']);
    expect(reasons(steps, 'cancelled')).toEqual(
      expect.arrayContaining(['resend-2: 已报，取消', 'resend-3: 已报，取消']),
    );
  });

  it('replies and reminders by hand make no step of the ladder backlog', () => {
    const byHand = called(open, 'remind-1', 'reminder', '2018-07-06 09:30');
    const steps = pass([NOTICE], open);
    const { steps: now } = look('2018-07-06 09:30', open, [...steps, byHand]);
    expect(inState(now, 'planned')).toContain('reminder-5 2018-07-06 09:00');
  });
});
