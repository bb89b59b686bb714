/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import {
  type DayCell,
  DayMarks,
  type Month,
  MonthTable,
  monthsOf,
} from '../../calendar/month-table.tsx';
import type { Frame } from '../../shared/frame.ts';
import { linkTo } from '../../shared/language.ts';
import { longDay, monthName } from '../../shared/shown.ts';
import { Refusal } from '../../shared/text-field.tsx';
import { AdminLayout } from '../admin-layout.tsx';
import { type PreviewDay, type PreviewGroup, partsOf, type YearPreview } from './year-preview.ts';

type Props = {
  readonly frame: Frame;
  readonly year: number;
  readonly preview: YearPreview;
  readonly mayStart: boolean;
  readonly id: string;
  readonly refusal?: string | undefined;
};

/** A year's messages by day, and the button that starts the year. */
export function YearPreviewPage({ frame, year, preview, mayStart, id, refusal }: Props) {
  const { words, rules } = frame;
  const here = `/admin/years/${year}`;
  return (
    <AdminLayout frame={frame} at="/admin/years" title={words.previewTitle(year)} here={here}>
      <Refusal words={words} refusal={refusal} />
      <Problems frame={frame} preview={preview} />
      <p>
        <strong>{words.previewTotal(preview.messages, preview.sms, preview.parts)}</strong>
      </p>
      <p class="why">{words.previewHint}</p>
      {mayStart && (
        <form class="card" method="post" action={`${here}/start`}>
          <input type="hidden" name="id" value={id} />
          <p>{words.startHint}</p>
          {preview.unreachable.length > 0 && (
            <label class="tick">
              <input type="checkbox" name="unreachable" value="yes" required />{' '}
              {words.knowUnreachable}
            </label>
          )}
          <button type="submit">{words.startYear(year)}</button>
        </form>
      )}
      <PreviewMonths
        frame={frame}
        months={yearsShown(preview).flatMap((shown) =>
          monthsOf(shown, rules.calendar).map((month) => ({ year: shown, month })),
        )}
        days={preview.days}
      />
      {preview.days.map(({ on, groups }) => (
        <section class="preview-day" id={`day-${on}`}>
          <h2>{longDay(frame.language, on)}</h2>
          <ul>
            {groups.map((group) => (
              <Group frame={frame} year={year} group={group} hasRobot={preview.hasRobot} />
            ))}
          </ul>
        </section>
      ))}
    </AdminLayout>
  );
}

/** Problems to solve first; they stand above everything else. */
const Problems = ({ frame: { words, language }, preview }: Pick<Props, 'frame' | 'preview'>) => (
  <section class="check">
    <h2>{words.previewProblems}</h2>
    <ul>
      {preview.unreachable.length > 0 && (
        <li class="bad">{words.unreachableUnits(preview.unreachable.join(words.comma))}</li>
      )}
      {preview.refused.map((why) => (
        <li class="bad">{words.refusedSms(why[language])}</li>
      ))}
      {preview.unpublished.map((year) => (
        <li>{words.unpublishedYear(year)}</li>
      ))}
      {[...preview.unreachable, ...preview.refused, ...preview.unpublished].length === 0 && (
        <li>{words.nothingToWarn}</li>
      )}
    </ul>
  </section>
);

const yearsShown = ({ days }: YearPreview): number[] => [
  ...new Set(days.map(({ on }) => Number(on.slice(0, 4)))),
];

type GroupProps = {
  readonly frame: Frame;
  readonly year: number;
  readonly group: PreviewGroup;
  readonly hasRobot: boolean;
};

function Group({ frame, year, group, hasRobot }: GroupProps) {
  const { words, rules, language } = frame;
  const { key, first, messages, certain } = group;
  const isHeld = first.channel === 'letter' || first.channel === 'slip';
  return (
    <li>
      <span class="when">{rules.zone.timeOf(first.at)}</span>{' '}
      <a href={linkTo(`/admin/years/${year}/messages`, language, { of: key })}>
        {`${first.period} ${words.kinds[first.kind]} · ${words.channels[first.channel]} · ${words.messagesOf(messages.length)}`}
      </a>{' '}
      {first.channel === 'sms' && <small>{words.smsParts(partsOf(messages))}</small>}
      {isHeld && <small>{words.heldUntilReleased}</small>}
      {first.channel === 'robot' && !hasRobot && <span class="tag">{words.noRobot}</span>}
      {!certain && <span class="tag">{words.unpublished}</span>}
    </li>
  );
}

type MonthsProps = {
  readonly frame: Frame;
  readonly months: readonly { readonly year: number; readonly month: Month }[];
  readonly days: readonly PreviewDay[];
};

/** The months with messages: rest days, make-up days, and the number of messages on each day. */
function PreviewMonths({ frame, months, days }: MonthsProps) {
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
