/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import type { StepKind } from '../../../domain/plan/message-kinds.ts';
import type { Round } from '../../../domain/round/round.ts';
import type { Instant } from '../../../domain/time/time.ts';
import { daysBetween, workdaysBetween } from '../../../domain/time/workdays.ts';
import type { OverdueRow } from '../../../store/read/overdue.ts';
import { type Frame, mayHere } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { ListTable, PagesLinks } from '../shared/list-table.tsx';
import { periodName, shortDay } from '../shared/shown.ts';
import { lightOf } from '../shared/standing.ts';

type Props = {
  readonly frame: Frame;
  readonly round: Round;
  readonly found: number;
  readonly rows: readonly OverdueRow[];
  readonly number: number;
  readonly pages: number;
};

const KINDS: readonly StepKind[] = ['notice', 'reminder', 'chase', 'press', 'supervise'];

/** Who is overdue, for how long, and what was done about it. */
export function OverduePage({ frame, round, found, rows, number, pages }: Props) {
  const { words, language } = frame;
  return (
    <Layout
      frame={frame}
      title={`${round.period} ${words.overduePage}`}
      here={`/${round.period}/overdue`}
      period={round.period}
      wide
    >
      <h1>{`${periodName(language, round.period)} · ${words.overduePage}（${found}）`}</h1>
      <p class="lead">{words.overdueHint}</p>
      {rows.length === 0 ? (
        <p>{words.nobodyOverdue}</p>
      ) : (
        <ListTable
          kind="overdue"
          columns={[
            words.unit,
            words.state,
            words.validDue,
            words.overdueFor,
            ...KINDS.map((kind) => words.kinds[kind]),
            words.called,
            words.promise,
          ]}
        >
          <tbody>
            {rows.map((row) => (
              <Row frame={frame} period={round.period} row={row} />
            ))}
          </tbody>
        </ListTable>
      )}
      <PagesLinks
        words={words}
        page={number}
        pages={pages}
        to={(page) => linkTo(`/${round.period}/overdue`, language, { page: String(page) })}
      />
    </Layout>
  );
}

type RowProps = {
  readonly frame: Frame;
  readonly period: string;
  readonly row: OverdueRow;
};

function Row({ frame, period, row }: RowProps) {
  const { words, language, rules, now } = frame;
  const { obligation, sent, calls } = row;
  const light = lightOf(obligation, now);
  const today = rules.zone.dayOf(now);
  const { effective, nominal } = obligation.due;
  const workdays = workdaysBetween(rules.calendar, effective, today);
  return (
    <tr>
      <th scope="row" class="unit">
        {mayHere(frame, 'read unit') ? (
          <a href={linkTo(`/${period}/${obligation.unit}`, language)}>{obligation.unitName}</a>
        ) : (
          obligation.unitName
        )}
      </th>
      <td class="state">
        <span class={`light ${light.tone}`}>
          <i aria-hidden="true">{light.sign}</i> {words.standings[light.standing]}
        </span>
      </td>
      <td class="when">{shortDay(language, nominal)}</td>
      <td class="number">
        {words.overdueDays(Math.max(0, daysBetween(effective, today)), workdays)}
      </td>
      {KINDS.map((kind) => (
        <td class="when" data-label={words.kinds[kind]}>
          <Days frame={frame} at={sent.get(kind) ?? []} />
        </td>
      ))}
      <td class="when" data-label={words.called}>
        <Days frame={frame} at={calls} />
      </td>
      <td class="promise" data-label={words.promise}>
        {obligation.promisedOn?.slice(5)}
      </td>
    </tr>
  );
}

/** Each day once, without times. */
const Days = ({ frame, at }: { frame: Frame; at: readonly Instant[] }) => (
  <>
    {[...new Set(at.map((moment) => frame.rules.zone.dayOf(moment).slice(5)))].join(
      frame.words.comma,
    )}
  </>
);

export const NoOverduePage = ({ frame }: { frame: Frame }) => (
  <Layout frame={frame} title={frame.words.overduePage} here="/overdue">
    <h1>{frame.words.overduePage}</h1>
    <p>{frame.words.noOpenRound}</p>
  </Layout>
);
