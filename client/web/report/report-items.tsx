/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { LIMITS } from '../../../domain/obligation/limits.ts';
import { type Figure, type ItemReport, STATUSES } from '../../../domain/obligation/submission.ts';
import type { WorkItem } from '../../../domain/plan/plan.ts';
import { itemField } from '../../../domain/report/item-problems.ts';
import { ReportFigures } from '../pages/report-figures.tsx';
import { type FieldsProps, ReportField } from './report-field.tsx';

type ReportItemProps = FieldsProps & {
  readonly item: WorkItem;
  /** Address of the sheet that can be passed on inside the unit. */
  readonly sheet: string;
  /** What was handed in about it for the last period. */
  readonly last: ItemReport | null;
  readonly lastFigures: readonly Figure[];
  readonly optional: boolean;
};

/** One item: what the plan says, and what the unit says about it. */
export function ReportItem({
  item,
  sheet,
  last,
  lastFigures,
  optional,
  ...fields
}: ReportItemProps) {
  const { words, values, problems } = fields;
  const status = itemField(item.no, 'status');
  const wrong = problems.get(status) ?? [];
  return (
    <fieldset class="item">
      <legend>
        {words.itemHeading(item.no)} <small>{item.category}</small>
      </legend>
      <p class="content">{item.content}</p>
      <p class="why">
        <small>{`${words.schedule}：${item.schedule}`}</small> <a href={sheet}>{words.sheet}</a>
      </p>
      {last && <LastPeriod {...fields} last={last} />}
      <div class="field">
        <label for={status}>{words.itemStatus}</label>
        <select
          id={status}
          name={status}
          aria-describedby={wrong.length > 0 ? `${status}-about` : undefined}
          aria-invalid={wrong.length > 0 ? 'true' : undefined}
        >
          <option value="">{words.chooseStatus}</option>
          {STATUSES.map((one) => (
            <option value={one} selected={values[status] === one}>
              {one}
            </option>
          ))}
        </select>
        {wrong.length > 0 && (
          <span id={`${status}-about`}>
            {wrong.map((sentence) => (
              <span class="problem">{sentence}</span>
            ))}
          </span>
        )}
      </div>
      <ReportField
        {...fields}
        name={itemField(item.no, 'progress')}
        label={words.itemProgress}
        most={LIMITS.progress}
        rows={4}
        required={!optional}
      />
      <ReportFigures {...fields} no={item.no} last={lastFigures} />
      <div class="pair">
        <ReportField
          {...fields}
          name={itemField(item.no, 'problems')}
          label={words.itemProblems}
          most={LIMITS.problems}
          rows={2}
        />
        <ReportField
          {...fields}
          name={itemField(item.no, 'nextSteps')}
          label={words.itemNextSteps}
          most={LIMITS.nextSteps}
          rows={2}
        />
      </div>
    </fieldset>
  );
}

type LastProps = FieldsProps & { readonly last: ItemReport };

/** Text that still is the last period's says so; where it is not, it can be taken over with one button. */
function LastPeriod({ words, values, answeredBy, last }: LastProps) {
  const isSame = (values[itemField(last.no, 'progress')] ?? '').trim() === last.progress.trim();
  if (isSame) return <p class="reused">{words.reused}</p>;
  return (
    <details class="last">
      <summary>{words.lastText}</summary>
      <p>{`${last.status}。${last.progress}`}</p>
      <button
        class="second"
        type="submit"
        name="action"
        value={`same-${last.no}`}
        formnovalidate
        formaction={answeredBy && `${answeredBy}#${itemField(last.no, 'status')}`}
      >
        {words.noChange}
      </button>
    </details>
  );
}
