/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { isLate, isLateByOriginal } from '../../../domain/obligation/obligation.ts';
import type { Timeline } from '../../../store/read/unit.ts';
import { dueText } from '../due-text.ts';
import { Live } from '../pages/live.tsx';
import { UnitFiles } from '../pages/unit-files.tsx';
import { UnitItems } from '../pages/unit-items.tsx';
import { UnitOwn } from '../pages/unit-own.tsx';
import type { UnitProps } from '../pages/unit-props.ts';
import { type Frame, mayHere } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { dateTime, periodName } from '../shared/shown.ts';
import { lightOf } from '../shared/standing.ts';
import { VersionChoice } from '../submission/compare-page.tsx';
import { UnitSubmissions } from '../submission/report-text.tsx';
import { UnitActions } from './unit-actions.tsx';
import { BouncedWarning, UnitContacts } from './unit-contacts.tsx';
import { UnitTimeline } from './unit-timeline.tsx';

/** One unit in one round: what it owes and by when, everything that happened, and what it handed in. */
export function UnitPage(props: UnitProps) {
  const { frame, record, beside } = props;
  const { words, language } = frame;
  const { round, obligation } = record;
  const { standing, tone, sign } = lightOf(obligation, frame.now);
  const here = `/${round.period}/${obligation.unit}`;
  return (
    <Layout
      frame={frame}
      title={`${obligation.unitName} ${round.period}`}
      here={here}
      period={round.period}
      done={props.done}
    >
      <div class="page-head">
        <p class="crumbs">
          {mayHere(frame, 'read round') ? (
            <a href={linkTo(`/${round.period}`, language)}>{periodName(language, round.period)}</a>
          ) : (
            <a href={linkTo('/mine', language)}>{words.mine}</a>
          )}
        </p>
        {mayHere(frame, 'read round') && round.phase === 'open' && (
          <Live frame={frame} here={here} query={{}} isLive={props.isLive} />
        )}
      </div>
      <div data-region="unit">
        <h1>
          {obligation.unitName}{' '}
          <span class={`light ${tone}`}>
            <i aria-hidden="true">{sign}</i> {words.standings[standing]}
          </span>
        </h1>
        <BouncedWarning {...props} />
        <Dates {...props} />
        {mayHere(frame, 'work on round') && <UnitActions {...props} />}
        {isOwn(props) && <UnitOwn {...props} />}
        <h2>{words.timeline}</h2>
        <UnitTimeline {...props} />
        <h2>{words.submissions}</h2>
        <UnitSubmissions {...props} />
        <UnitFiles {...props} />
      </div>
      {/* Outside of what is exchanged: somebody may be choosing. */}
      {record.submissions.length > 1 && (
        <VersionChoice
          frame={frame}
          scene={{ round, obligation, submissions: record.submissions, files: beside.files }}
          from={record.submissions.length - 1}
          to={record.submissions.length}
        />
      )}
      <UnitItems {...props} />
      <h2>{words.contacts}</h2>
      <UnitContacts {...props} />
    </Layout>
  );
}

const isOwn = ({ frame: { visitor }, record: { obligation } }: UnitProps): boolean =>
  visitor?.grants.some(({ unit }) => unit === obligation.unit) ?? false;

function Dates({ frame, record: { obligation } }: UnitProps) {
  const { words } = frame;
  const { firstReceivedAt, receivedAt, confirmedAt, promisedOn, waivedReason } = obligation;
  const desk = frame.rules.plan.units.find(({ code }) => code === obligation.unit)?.desk;
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
      {desk && <Fact name={words.desk} value={desk} />}
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
