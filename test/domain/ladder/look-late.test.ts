import { describe, expect, it } from 'vitest';
import { deliveryKey } from '../../../domain/delivery/delivery.ts';
import type { Step } from '../../../domain/ladder/step.ts';
import { inState, look, pass, performed } from '../../support/rules/ladder.ts';
import { obligation } from '../../support/rules/situation.ts';
import { at, beforeExtension, china, dueOn } from '../../support/time/dates.ts';

const open = obligation();

describe('a late start does not pile up', () => {
  it('sends the notice and the newest past step, and skips the rest', () => {
    const { steps } = look('2018-07-20 10:00', open);
    expect(inState(steps, 'planned').slice(0, 2)).toEqual([
      'notice 2018-07-20 10:00',
      'press-3 2018-07-20 10:00',
    ]);
    expect(inState(steps, 'skipped')).toHaveLength(4);
  });

  it('needs one look only, however late: all planned steps are in the future', () => {
    const { steps } = look('2019-03-04 10:00', open);
    const planned = steps.filter((step) => step.state === 'planned');
    const due = planned.filter((step) => step.at <= at('2019-03-04 10:00'));
    expect(due.map((step) => step.kind)).toEqual(['notice', 'supervise']);
    expect(planned.length).toBeGreaterThan(due.length);
    const after = performed(steps, '2019-03-04 10:00');
    const again = look('2019-03-04 10:01', open, after).steps;
    expect(again.filter((s) => s.state === 'planned' && s.at <= at('2019-03-04 10:01'))).toEqual(
      [],
    );
  });

  it('sends at most one message a day, with looks at every step or once a month', () => {
    const days = ['2018-07-20', '2018-09-20', '2018-12-20', '2019-03-20'];
    const steps = pass(
      days.map((on) => `${on} 10:00`),
      open,
    );
    const sent = steps.filter((step) => step.state === 'performed');
    expect(sent.map((step) => step.kind)).toEqual([
      'notice',
      'press',
      'supervise',
      'supervise',
      'supervise',
    ]);
  });
});

describe('a calendar that changes while the round runs', () => {
  // The Spring Festival holiday of 2020 was prolonged on 27 January: 31 January to 2 February became days off.
  const winter = obligation('open', {
    due: dueOn('2020-01-15'),
    originalDue: dueOn('2020-01-15'),
  });
  const done = pass(['2020-01-20 09:00', '2020-01-21 09:00'], winter, [], {
    calendar: beforeExtension,
  });
  const old = look('2020-01-22 09:00', winter, done, { calendar: beforeExtension }).steps;

  it('moves the instants, keeps the keys and what was sent', () => {
    expect(inState(old, 'planned')).toEqual([
      'supervise-10 2020-02-03 09:00',
      'supervise-15 2020-02-10 09:00',
      'supervise-20 2020-02-17 09:00',
    ]);
    const { steps, changed } = look('2020-01-22 09:00', winter, old, { calendar: china });
    expect(inState(changed, 'planned')).toEqual([
      'supervise-10 2020-02-05 09:00',
      'supervise-15 2020-02-12 09:00',
      'supervise-20 2020-02-19 09:00',
    ]);
    expect(changed).toHaveLength(3);
    expect(inState(steps, 'performed')).toEqual(inState(done, 'performed'));
    const keys = (all: readonly Step[]) =>
      all.map((step) => deliveryKey(winter.id, step.cycle, step.key, 'office', 'slip')).toSorted();
    expect(keys(steps)).toEqual(keys(old));
  });
});
