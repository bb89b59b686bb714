/** Buttons inside an item, which change what stands in the form and hand nothing in. */

import type { Report } from '../../../domain/obligation/submission.ts';
import { figureField } from '../../../domain/report/figure-problems.ts';
import { itemField } from '../../../domain/report/item-problems.ts';
import { figuresTyped, withAnotherRow } from './field-values.ts';
import type { ReportValues } from './form-values.ts';
import { asLastPeriod } from './start-values.ts';

/** `at`: the field in which to go on. */
type Pressed = { readonly values: ReportValues; readonly at: string };

/**
 * `same-52`: 无变化, the last period's text is taken over. `more-52`: 增加一行, one more row of figures.
 * @returns null when it was another button
 */
export function pressed(action: string, values: ReportValues, last: Report | null): Pressed | null {
  const [, button, item] = /^(same|more)-(\d{1,3})$/.exec(action) ?? [];
  if (button === undefined) return null;
  const no = Number(item);
  if (button === 'same') {
    return { values: asLastPeriod(values, last, no), at: itemField(no, 'status') };
  }
  const more = withAnotherRow(values, no);
  return { values: more, at: figureField(no, figuresTyped(more, no).length, 'name') };
}
