/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { isOutstanding } from '../../../domain/obligation/obligation.ts';
import { receiptNumber } from '../../../domain/obligation/submission.ts';
import type { MineRow } from '../../../store/read/unit.ts';
import { type Frame, mayHere } from '../shared/frame.ts';
import { linkTo, type Words } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { dateTime, dueText, periodName, shortDay } from '../shared/shown.ts';
import { lightOf } from '../shared/standing.ts';

export type UnitRows = {
  readonly code: string;
  readonly name: string;
  readonly rows: readonly MineRow[];
  /** The visitor is its liaison or deputy, not a stand-in, and so can enter leave here. */
  readonly isOwn: boolean;
};

type Props = { readonly frame: Frame; readonly units: readonly UnitRows[] };

export const MinePage = ({ frame, units }: Props) => (
  <Layout frame={frame} title={frame.words.mineTitle} here="/mine">
    <h1>{frame.words.mineTitle}</h1>
    {units.every(({ rows }) => rows.length === 0) && <p>{frame.words.mineEmpty}</p>}
    {returnedFirst(units).map(([unit, row]) => (
      <Mine frame={frame} unit={unit} row={row} />
    ))}
    <p class="actions">
      {mayHere(frame, 'report') && (
        <a href={linkTo('/mine/contacts', frame.language)}>{frame.words.myContacts}</a>
      )}
      {units
        .filter(({ code, isOwn }) => isOwn && mayHere(frame, 'report', code))
        .map(({ code, name }) => (
          <a href={linkTo(`/mine/${code}/leave`, frame.language)}>
            {`${frame.words.myLeave}（${name}）`}
          </a>
        ))}
    </p>
    <p class="why">
      {`${frame.words.contactBureau}：${frame.rules.plan.bureau.name} ${frame.rules.plan.bureau.person} ${frame.rules.plan.bureau.phone}`}
    </p>
  </Layout>
);

/** Returned reports first; otherwise newest round first. */
const returnedFirst = (units: readonly UnitRows[]): (readonly [UnitRows, MineRow])[] =>
  units
    .flatMap((unit) => unit.rows.map((row) => [unit, row] as const))
    .toSorted(([, a], [, b]) => Number(isReturned(b)) - Number(isReturned(a)));

const isReturned = ({ round, obligation }: MineRow): boolean =>
  round.phase === 'open' && obligation.state === 'returned';

type RowProps = { readonly frame: Frame; readonly unit: UnitRows; readonly row: MineRow };

/** One round: the state of the report, its due date, and the next thing to do. */
function Mine({ frame, unit, row }: RowProps) {
  const { words, language } = frame;
  const { obligation, round, returned } = row;
  const { standing, tone, sign } = lightOf(obligation, frame.now);
  const home = `/${round.period}/${unit.code}`;
  const mayReport = mayHere(frame, 'report', unit.code);
  return (
    <section class="mine">
      <h2>
        {`${periodName(language, round.period)} · ${unit.name} `}
        <span class={`light ${tone}`}>
          <i aria-hidden="true">{sign}</i> {words.standings[standing]}
        </span>
      </h2>
      {obligation.state === 'returned' && returned && (
        <p class="box warn">{`${words.whyReturned}：${returned.reason}`}</p>
      )}
      <p>{`${words.dueLine}：${dueText(frame, obligation.due)}`}</p>
      {obligation.receivedAt !== null && obligation.version > 0 && (
        <p>
          {`${words.newestReceived}：${dateTime(frame, obligation.receivedAt)}　${words.receiptNumber} `}
          <a href={linkTo(`${home}/receipts/${obligation.version}`, language)}>
            {receiptNumber(obligation, obligation.version)}
          </a>
        </p>
      )}
      <Request frame={frame} row={row} />
      <p class="actions">
        <MainDeed frame={frame} unit={unit} row={row} />
        {mayReport && obligation.confirmedAt === null && isOutstanding(obligation.state) && (
          <a class="button" href={linkTo(`${home}/acts/confirm`, language)}>
            {words.confirmNotice}
          </a>
        )}
        {mayReport && <a href={linkTo(home, language)}>{words.timeline}</a>}
      </p>
    </section>
  );
}

/** The main button: the form for a liaison, the endorsement for a leader, otherwise a link to the report. */
function MainDeed({ frame, unit, row }: RowProps) {
  const { words, language } = frame;
  const { round, obligation } = row;
  const home = `/${round.period}/${unit.code}`;
  const button = (path: string, word: string, query = {}) => (
    <a class="button main" href={linkTo(`${home}${path}`, language, query)}>
      {word}
    </a>
  );
  const isOpen = round.phase === 'open';
  if (isOpen && obligation.state !== 'accepted' && mayHere(frame, 'report', unit.code)) {
    return button('/report', formDeedOf(words, row));
  }
  const isIn = obligation.state === 'submitted' || obligation.state === 'accepted';
  if (isOpen && isIn && !row.isEndorsed && mayHere(frame, 'endorse', unit.code)) {
    return button('/acts/endorse', words.acts.endorse, { version: String(obligation.version) });
  }
  return button('', words.mainDeed.see);
}

function formDeedOf({ mainDeed }: Words, { obligation, hasDraft }: MineRow): string {
  if (hasDraft) return mainDeed.draft;
  if (obligation.state === 'returned') return mainDeed.mend;
  return obligation.state === 'open' ? mainDeed.report : mainDeed.again;
}

function Request({ frame, row: { request } }: Pick<RowProps, 'frame' | 'row'>) {
  if (request === null) return null;
  const { words, language } = frame;
  const word = words.requestAnswers[request.answer ?? 'open'];
  const why = request.answerText ? `：${request.answerText}` : '';
  return <p>{`${words.myRequest}（${shortDay(language, request.until)}）：${word}${why}`}</p>;
}
