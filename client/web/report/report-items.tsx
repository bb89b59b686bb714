/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { lastAmount } from '../../../domain/obligation/figures.ts';
import { LIMITS } from '../../../domain/obligation/limits.ts';
import { figureField, itemField } from '../../../domain/obligation/report-problems.ts';
import { type Figure, type ItemReport, STATUSES } from '../../../domain/obligation/submission.ts';
import type { WorkItem } from '../../../domain/plan/plan.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { FIGURE_PARTS, figuresTyped, isUsed, lastFigures, MOST_ROWS } from './field-values.ts';
import { type FieldsProps, ReportField } from './report-field.tsx';
import type { ReportScene } from './report-scene.ts';

type Props = {
  readonly frame: Frame;
  readonly scene: ReportScene;
  readonly fields: FieldsProps;
  readonly home: string;
};

/** Required items, optional items (folded away while empty), and the remark. */
export function ReportItems({ frame, scene, fields, home }: Props) {
  const { words, values, problems } = fields;
  const { items, optionalItems, unitKind } = scene.obligation;
  const itemsOf = (numbers: readonly number[]) =>
    numbers.flatMap((no) => frame.rules.plan.items.find((item) => item.no === no) ?? []);
  const one = (optional: boolean) => (item: WorkItem) => (
    <ReportItem
      {...fields}
      item={item}
      optional={optional}
      sheet={linkTo(`${home}/items/${item.no}`, frame.language)}
      lastFigures={lastFigures(scene.last, item.no)}
      last={scene.last?.items.find(({ no, progress }) => no === item.no && progress) ?? null}
    />
  );
  const used = optionalItems.some((no) => isUsed(values, no, scene.last));
  return (
    <>
      <h2>{`${words.requiredItems}（${items.length}）`}</h2>
      <p class="field">
        <label class="tick">
          <input
            type="checkbox"
            name="nil"
            id="nil"
            value="yes"
            checked={values['nil'] === 'yes'}
          />{' '}
          {words.nilChoice}
        </label>
        {problems.get('nil')?.map((sentence) => (
          <span class="problem">{sentence}</span>
        ))}
      </p>
      <p class="why">{words.figuresHint(scene.round.period.endsWith('H2'))}</p>
      {itemsOf(items).map(one(false))}
      {optionalItems.length > 0 && (
        <details open={used}>
          <summary>{`${words.optionalItems}（${optionalItems.length}）`}</summary>
          <p class="why">{words.optionalHint}</p>
          {itemsOf(optionalItems).map(one(true))}
        </details>
      )}
      <ReportField
        {...fields}
        name="remark"
        label={unitKind === 'town' ? words.remarkOfTown : words.remarkOfUnit}
        most={LIMITS.remark}
        rows={4}
      />
    </>
  );
}

type ReportItemProps = FieldsProps & {
  readonly item: WorkItem;
  /** Address of the printable sheet of the item. */
  readonly sheet: string;
  /** The last period's report on it. */
  readonly last: ItemReport | null;
  readonly lastFigures: readonly Figure[];
  readonly optional: boolean;
};

/** One work item: the plan's text, and the unit's fields. */
function ReportItem({ item, sheet, last, lastFigures, optional, ...fields }: ReportItemProps) {
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

/** The last period's text: marked when taken over unchanged, otherwise with a button that takes it over. */
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

type FiguresProps = FieldsProps & {
  readonly no: number;
  /** The last period's figures. */
  readonly last: readonly Figure[];
};

/**
 * The figures of an item, one a row, with the last period's beside them. script/figures.js adds rows in the browser.
 */
function ReportFigures({ no, last, ...fields }: FiguresProps) {
  const { words, values } = fields;
  const rows = figuresTyped(values, no);
  const nextRow = figureField(no, rows.length + 1, 'name');
  return (
    <div class="figures" data-prefix={`item-${no}-figure-`} data-most={String(MOST_ROWS)}>
      <div class="figure-head" aria-hidden="true">
        {FIGURE_PARTS.map((part) => (
          <span>{words.figureParts[part]}</span>
        ))}
      </div>
      {rows.map((figure, index) => (
        <FigureRowFields
          {...fields}
          no={no}
          row={index + 1}
          last={figure.name.trim() === '' ? null : lastAmount(last, figure.name)}
        />
      ))}
      {rows.length < MOST_ROWS && (
        <button
          class="second more"
          type="submit"
          name="action"
          value={`more-${no}`}
          formnovalidate
          formaction={fields.answeredBy && `${fields.answeredBy}#${nextRow}`}
          data-more
          aria-label={`${words.itemHeading(no)} ${words.moreFigures}`}
        >
          {words.moreFigures}
        </button>
      )}
    </div>
  );
}

type FigureRowProps = FieldsProps & {
  readonly no: number;
  readonly row: number;
  readonly last: string | null;
};

function FigureRowFields({ words, values, problems, no, row, last }: FigureRowProps) {
  const about = `item-${no}-figure-${row}-about`;
  const before = `item-${no}-figure-${row}-last`;
  const wrong = FIGURE_PARTS.flatMap((part) => problems.get(figureField(no, row, part)) ?? []);
  const described = [last === null ? '' : before, wrong.length > 0 ? about : '']
    .filter((id) => id !== '')
    .join(' ');
  return (
    <div class="figure">
      {FIGURE_PARTS.map((part) => {
        const name = figureField(no, row, part);
        return (
          <input
            id={name}
            name={name}
            type="text"
            value={values[name] ?? ''}
            inputmode={part === 'value' ? 'decimal' : undefined}
            autocomplete="off"
            aria-label={`${words.itemHeading(no)} ${words.figure}${row} ${words.figureParts[part]}`}
            aria-describedby={described || undefined}
            aria-invalid={problems.has(name) ? 'true' : undefined}
          />
        );
      })}
      {last !== null && <small id={before}>{words.lastFigure(last)}</small>}
      {wrong.length > 0 && (
        <span class="wrong" id={about}>
          {wrong.map((sentence) => (
            <span class="problem">{sentence}</span>
          ))}
        </span>
      )}
    </div>
  );
}
