/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { type Due, isLate, isLateByOriginal } from '../../../domain/obligation.ts';
import type { Timeline } from '../../../store/timeline.ts';
import type { Frame } from '../frame.ts';
import { closing, dateTime, periodName, shortDay } from '../shown.ts';
import { lightOf } from '../standing.ts';
import { linkTo } from '../words.ts';
import { Layout } from './layout.tsx';
import { UnitContacts } from './unit-contacts.tsx';
import { UnitItems } from './unit-items.tsx';
import type { UnitProps } from './unit-props.ts';
import { UnitSubmissions } from './unit-submissions.tsx';
import { UnitTimeline } from './unit-timeline.tsx';

/** One unit in one round: what it owes and by when, everything that happened, and what it handed in. */
export function UnitPage(props: UnitProps) {
  const { frame, record } = props;
  const { words, language } = frame;
  const { round, obligation } = record;
  const { standing, tone, sign } = lightOf(obligation, frame.now);
  return (
    <Layout
      frame={frame}
      title={`${obligation.unitName} ${round.period}`}
      here={`/${round.period}/${obligation.unit}`}
      period={round.period}
    >
      <p class="crumbs">
        <a href={linkTo(`/${round.period}`, language)}>{periodName(language, round.period)}</a>
      </p>
      <h1>
        {obligation.unitName}{' '}
        <span class={`light ${tone}`}>
          <i aria-hidden="true">{sign}</i> {words.standings[standing]}
        </span>
      </h1>
      <Dates {...props} />
      <h2>{words.timeline}</h2>
      <UnitTimeline {...props} />
      <h2>{words.submissions}</h2>
      <UnitSubmissions {...props} />
      <UnitItems {...props} />
      <h2>{words.contacts}</h2>
      <UnitContacts {...props} />
    </Layout>
  );
}

function Dates({ frame, record: { obligation } }: UnitProps) {
  const { words } = frame;
  const { firstReceivedAt, receivedAt, confirmedAt, promisedOn, waivedReason } = obligation;
  const moved = obligation.due.nominal !== obligation.originalDue.nominal;
  return (
    <dl class="facts">
      <Fact name={words.validDue} value={dueText(frame, obligation.due)} />
      {moved && <Fact name={words.originalDue} value={dueText(frame, obligation.originalDue)} />}
      <Fact
        name={words.firstReceived}
        value={firstReceivedAt === null ? words.none : dateTime(frame, firstReceivedAt)}
        note={firstReceivedAt === null ? '' : timeliness(frame, obligation)}
      />
      {receivedAt !== null && receivedAt !== firstReceivedAt && (
        <Fact
          name={words.newestReceived}
          value={dateTime(frame, receivedAt)}
          note={obligation.returnLate ? words.returnLate : ''}
        />
      )}
      <Fact
        name={words.confirmedAt}
        value={confirmedAt === null ? words.notConfirmed : dateTime(frame, confirmedAt)}
      />
      {promisedOn !== null && <Fact name={words.promisedOn} value={promisedOn} />}
      {waivedReason !== null && <Fact name={words.waivedReason} value={waivedReason} />}
    </dl>
  );
}

type FactProps = { readonly name: string; readonly value: string; readonly note?: string };

const Fact = ({ name, value, note = '' }: FactProps) => (
  <div>
    <dt>{name}</dt>
    <dd>
      <strong>{value}</strong>
      {note && <small>{note}</small>}
    </dd>
  </div>
);

function timeliness({ words }: Frame, o: Timeline['obligation']): string {
  if (isLate(o)) return words.late;
  return isLateByOriginal(o) ? `${words.onTime}（${words.lateByOriginal}）` : words.onTime;
}

function dueText(frame: Frame, due: Due): string {
  const { words, language } = frame;
  const written = shortDay(language, due.nominal);
  const judged =
    due.nominal === due.effective
      ? ''
      : `，${words.effective} ${shortDay(language, due.effective)}`;
  return `${written}${judged} ${closing(frame, due.at)}`;
}
