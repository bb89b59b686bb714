/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import type { PreviewDay } from '../../admin/years/year-preview.ts';
import type { DayCell, Month } from '../../calendar/month-table.tsx';
import type { Frame } from '../../shared/frame.ts';
import { monthName } from '../../shared/shown.ts';
import { DayMarks, MonthTable } from '../month-table.tsx';

type MonthsProps = {
  readonly frame: Frame;
  readonly months: readonly { readonly year: number; readonly month: Month }[];
  readonly days: readonly PreviewDay[];
};

/** The months with messages in them: rest days and make-up days marked, and how many messages each day brings. */
export function PreviewMonths({ frame, months, days }: MonthsProps) {
  const byDay = new Map(days.map((day) => [day.on, day]));
  const busy = months.filter(({ month }) =>
    month.weeks.flat().some((cell) => cell !== null && byDay.has(cell.on)),
  );
  return (
    <div class="months">
      {busy.map(({ year, month }) => (
        <section class="month">
          <MonthTable
            words={frame.words}
            caption={`${year} ${monthName(frame.language, month.month)}`}
            month={month}
            cell={(cell) => (
              <td>
                <Cell frame={frame} cell={cell} day={byDay.get(cell.on)} />
              </td>
            )}
          />
        </section>
      ))}
    </div>
  );
}

type CellProps = {
  readonly frame: Frame;
  readonly cell: DayCell;
  readonly day: PreviewDay | undefined;
};

function Cell({ frame, cell, day }: CellProps) {
  const number = day?.groups.reduce((sum, { messages }) => sum + messages.length, 0) ?? 0;
  const text = String(Number(cell.on.slice(8)));
  return (
    <span class={`day ${cell.kind}${number > 0 ? ' busy' : ''}`} title={cell.festival}>
      {number > 0 ? (
        <a href={`#day-${cell.on}`} aria-label={`${cell.on} ${frame.words.messagesOf(number)}`}>
          {text}
        </a>
      ) : (
        text
      )}
      <DayMarks day={cell} />
      {number > 0 && <small class="messages-of-day">{number}</small>}
    </span>
  );
}
