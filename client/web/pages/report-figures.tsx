/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { lastAmount } from '../../../domain/obligation/figures.ts';
import type { Figure } from '../../../domain/obligation/submission.ts';
import { figureField } from '../../../domain/report/figure-problems.ts';
import { FIGURE_PARTS, figuresTyped, MOST_ROWS } from '../report/field-values.ts';
import type { FieldsProps } from '../report/report-field.tsx';

type FiguresProps = FieldsProps & {
  readonly no: number;
  /** What was handed in for the last period. */
  readonly last: readonly Figure[];
};

/** The numbers of an item, a row each, with last period's beside them. The script adds rows without asking the server. */
export function ReportFigures({ no, last, ...fields }: FiguresProps) {
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
