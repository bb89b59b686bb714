/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { periodsOfPlan, yearOf } from '../../../../domain/time/period.ts';
import type { YearRow } from '../../../../store/read/years.ts';
import type { Frame } from '../../shared/frame.ts';
import { linkTo } from '../../shared/language.ts';
import { dateTime } from '../../shared/shown.ts';
import { Refusal } from '../../shared/text-field.tsx';
import { AdminLayout } from '../admin-layout.tsx';

type Props = {
  readonly frame: Frame;
  readonly rows: readonly YearRow[];
  readonly id: string;
  readonly done?: string | undefined;
  readonly refusal?: string | undefined;
};

/** The plan's years: those started, with their rounds, and those that can be started. */
export function YearsPage({ frame, rows, id, done, refusal }: Props) {
  const { words, language, rules } = frame;
  const years = [...new Set(periodsOfPlan(rules.plan).map(yearOf))];
  const startable = years.filter((year) => isStartable(rows.find((row) => row.year === year)));
  return (
    <AdminLayout frame={frame} at="/admin/years" done={done}>
      <Refusal words={words} refusal={refusal} />
      {rows.length === 0 && <p>{words.noYears}</p>}
      {rows.map((row) => (
        <Year frame={frame} row={row} id={`${id}-${row.year}`} />
      ))}
      <h2>{words.toStart}</h2>
      <ul>
        {startable.map((year) => (
          <li>
            <a href={linkTo(`/admin/years/${year}`, language)}>{words.previewYear(year)}</a>
          </li>
        ))}
      </ul>
    </AdminLayout>
  );
}

/** A cancelled year, or one with a cancelled round, can be started again. */
export const isStartable = (row: YearRow | undefined): boolean =>
  row?.phase !== 'started' || row.rounds.some(({ phase }) => phase === 'cancelled');

function Year({ frame, row, id }: { frame: Frame; row: YearRow; id: string }) {
  const { words, language } = frame;
  const { year, phase, startedAt, rounds } = row;
  return (
    <section class="card">
      <h2>
        {`${year} `}
        <span class="badge">{words.yearPhases[phase]}</span>
      </h2>
      <p>
        {`${words.startedAt} ${dateTime(frame, startedAt)} · `}
        <a href={linkTo(`/calendar/${year}`, language)}>{words.calendar}</a>
      </p>
      <ul>
        {rounds.map((round) => (
          <li>
            <a href={linkTo(`/${round.period}`, language)}>{round.period}</a>{' '}
            {words.phases[round.phase]}
          </li>
        ))}
      </ul>
      {phase === 'started' && (
        <form class="inline" method="post" action={`/admin/years/${year}/cancel`}>
          <input type="hidden" name="id" value={id} />
          <input
            name="reason"
            required
            maxlength={500}
            aria-label={`${words.cancelYear} ${year}：${words.fields.reason}`}
            placeholder={words.fields.reason}
          />
          <button class="second" type="submit">
            {words.cancelYear}
          </button>
          <small>{words.cancelHint}</small>
        </form>
      )}
    </section>
  );
}
