/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { count } from '../../domain/obligation/obligation.ts';
import { label, parsePeriod } from '../../domain/time/period.ts';
import type { RoundResult } from '../result.ts';
import { Documents } from './documents.tsx';
import { KindTable } from './kind-table.tsx';
import { Legend } from './legend.tsx';
import type { PageRecord, PageRound } from './read.ts';
import { Timeline } from './timeline.tsx';
import { UnitDetails } from './unit-details.tsx';
import { dayWithWeekday, shortTime } from './words.ts';

type Props = { record: PageRecord; round: PageRound; result: RoundResult };

export const RoundSection = ({ record, round, result }: Props) => (
  <section class="round" id={result.period}>
    <h2>
      {result.period} <small>{label(parsePeriod(result.period))}</small>
    </h2>
    <Counts round={round} record={record} />
    <Dates round={round} record={record} />
    <div class="picture">
      <Legend />
      <label class="toggle">
        <input type="checkbox" checked /> 显示已取消的消息
      </label>
      <Timeline record={record} round={round} result={result} />
    </div>
    <div class="tables">
      <KindTable messages={result.messages} />
      <Documents round={round} result={result} zone={record.zone} />
    </div>
    <UnitDetails record={record} round={round} result={result} />
  </section>
);

function Counts({ round, record }: { round: PageRound; record: PageRecord }) {
  const obligations = round.units.map((unit) => unit.obligation);
  const { owed, reported, waived, missing, late } = count(obligations, record.endedAt);
  return (
    <p class="counts">
      <Count word="应报" of={owed} /> <i>=</i> <Count word="已报" of={reported} /> <i>+</i>{' '}
      <Count word="免报" of={waived} /> <i>+</i> <Count word="未报" of={missing} />
      <span class="within">
        已报中迟报 <b>{late}</b>
      </span>
    </p>
  );
}

const Count = ({ word, of }: { word: string; of: number }) => (
  <span>
    {word} <b>{of}</b>
  </span>
);

function Dates({ round: { round }, record: { zone } }: { round: PageRound; record: PageRecord }) {
  const { nominal, effective } = round.due;
  const dates: [string, string][] = [
    ['通知', shortTime(round.opensAt, zone)],
    ['应报日期', dayWithWeekday(nominal)],
    ['按期截止', dayWithWeekday(effective)],
    ['初稿', round.draftAt === null ? '不另出' : shortTime(round.draftAt, zone)],
    ['汇总', shortTime(round.compileAt, zone)],
    ['上报', round.signedOffAt === null ? '尚未上报' : shortTime(round.signedOffAt, zone)],
  ];
  return (
    <dl class="dates">
      {dates.map(([word, date]) => (
        <div>
          <dt>{word}</dt>
          <dd>{date}</dd>
        </div>
      ))}
    </dl>
  );
}
