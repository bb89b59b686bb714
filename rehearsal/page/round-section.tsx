/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { DELIVERY, KIND } from '../../domain/field-words.ts';
import { countsOf } from '../../domain/round/counts.ts';
import { label, parsePeriod } from '../../domain/time/period.ts';
import type { Zone } from '../../domain/time/time.ts';
import { documentName, type MessageRow, type RoundResult } from '../result.ts';
import { Legend } from './legend.tsx';
import type { PageRecord, PageRound } from './read.ts';
import { Timeline } from './timeline.tsx';
import { UnitDetails } from './unit-details.tsx';
import { dayWithWeekday, shortTime, wordOf } from './words.ts';

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
  const { owed, reported, waived, missing, late } = countsOf(obligations, record.endedAt);
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

/** How many messages of each kind came to which end; kinds and ends that did not occur are left out. */
function KindTable({ messages }: { messages: readonly MessageRow[] }) {
  const states = inOrder(DELIVERY, new Set(messages.map(({ state }) => state)));
  const kinds = inOrder(KIND, new Set(messages.map(({ kind }) => kind)));
  const number = (test: (message: MessageRow) => boolean) => messages.filter(test).length;
  return (
    <section>
      <h3>消息</h3>
      <table class="numbers-table">
        <thead>
          <tr>
            <th scope="col">种类</th>
            {states.map((state) => (
              <th scope="col">{wordOf(DELIVERY, state)}</th>
            ))}
            <th scope="col">合计</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr>
              <th scope="row">{wordOf(KIND, kind)}</th>
              {states.map((state) => (
                <td>{number((m) => m.kind === kind && m.state === state) || '·'}</td>
              ))}
              <td>{number((m) => m.kind === kind)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">合计</th>
            {states.map((state) => (
              <td>{number((m) => m.state === state)}</td>
            ))}
            <td>{messages.length}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

/** Known words first, in their own order; then what has no word yet. */
function inOrder(words: Readonly<Record<string, string>>, found: ReadonlySet<string>): string[] {
  const known = Object.keys(words);
  return [...known.filter((key) => found.has(key)), ...[...found].filter((key) => !(key in words))];
}

type DocumentsProps = { round: PageRound; result: RoundResult; zone: Zone };

/** The compiled versions; the links work while the files lie beside the page. */
const Documents = ({ round, result, zone }: DocumentsProps) => (
  <section>
    <h3>汇总报告</h3>
    {round.compilations.length === 0 ? (
      <p>演练结束时还没有汇总。</p>
    ) : (
      <ul class="documents">
        {round.compilations.map((each) => (
          <li>
            <a href={encodeURIComponent(documentName(result.period, each.version))}>
              {`第${each.version}版`}
            </a>{' '}
            {`${shortTime(each.madeAt, zone)}，${each.reason}`}
            {each.outstanding > 0 ? `，当时未报${each.outstanding}个` : '，已报齐'}
            {round.round.signedOffVersion === each.version && <b>，已上报</b>}
          </li>
        ))}
      </ul>
    )}
    <p class="note">文件与本页在同一个文件夹。</p>
  </section>
);
