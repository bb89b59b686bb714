/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { isLate, isLateByOriginal, isOutstanding } from '../../../domain/obligation/obligation.ts';
import type { Timeline } from '../../../store/read/unit.ts';
import { type Frame, mayHere } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { Live } from '../shared/live.tsx';
import { dateTime, dueText, periodName, shortDay } from '../shared/shown.ts';
import { lightOf } from '../shared/standing.ts';
import { VersionChoice } from '../submission/compare-page.tsx';
import { ReportText, SubmissionHeading } from '../submission/report-text.tsx';
import { UnitActions } from './unit-actions.tsx';
import { BouncedWarning, UnitContacts } from './unit-contacts.tsx';
import { UnitTimeline } from './unit-timeline.tsx';
import type { UnitProps } from './unit-view.ts';

/** One unit in one round: what it owes and by when, all that happened, and its reports. */
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
      {/* Outside the exchanged regions: the visitor may be choosing. */}
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
  if (isLate(o)) return words.counts.late;
  return isLateByOriginal(o) ? `${words.onTime}（${words.lateByOriginal}）` : words.onTime;
}

/** What the unit's own people may do now. */
function UnitOwn({ frame, record, beside }: UnitProps) {
  const { words, language } = frame;
  const { obligation, round } = record;
  const home = `/${round.period}/${obligation.unit}`;
  const may = (need: 'report' | 'endorse') => mayHere(frame, need, obligation.unit);
  const open = round.phase === 'open';
  const missing = isOutstanding(obligation.state);
  const version = String(obligation.version);
  const hasEndorsed = beside.endorsements.some(
    (one) => one.version === obligation.version && one.by === frame.visitor?.name,
  );
  const links: readonly (readonly [href: string, word: string, fits: boolean])[] = [
    ['/report', words.reportTitle, may('report') && (open || round.phase === 'signed-off')],
    ['/acts/confirm', words.acts.confirm, may('report') && open && obligation.confirmedAt === null],
    ['/acts/ask-extension', words.acts['ask-extension'], may('report') && open && missing],
    [
      '/acts/withdraw',
      words.acts.withdraw,
      may('report') && open && obligation.state === 'submitted',
    ],
    [`/receipts/${version}`, words.showReceipt, obligation.version > 0],
    [
      `/acts/endorse?version=${version}`,
      words.acts.endorse,
      may('endorse') && open && !missing && obligation.version > 0 && !hasEndorsed,
    ],
  ];
  const request = beside.requests.at(-1);
  return (
    <section class="deeds-of-unit" aria-label={words.deedsTitle}>
      {request && (
        <p class="request">
          {`${words.myRequest}（${shortDay(language, request.until)}）：${words.requestAnswers[request.answer ?? 'open']}`}
          {request.answerText ? `：${request.answerText}` : ''}
        </p>
      )}
      <p class="actions">
        {links
          .filter(([, , fits]) => fits)
          .map(([path, word]) => (
            <a class="button small" href={withLanguage(frame, `${home}${path}`)}>
              {word}
            </a>
          ))}
      </p>
    </section>
  );
}

const withLanguage = ({ language }: Frame, href: string): string => {
  const [path = '', query = ''] = href.split('?');
  return linkTo(path, language, Object.fromEntries(new URLSearchParams(query)));
};

function UnitItems({ frame, record: { obligation } }: UnitProps) {
  const { words } = frame;
  return (
    <>
      <h2>{`${words.owedItems}（${obligation.items.length}）`}</h2>
      <Items frame={frame} numbers={obligation.items} />
      {obligation.optionalItems.length > 0 && (
        <details class="optional">
          <summary>{`${words.optionalItems}（${obligation.optionalItems.length}）`}</summary>
          <p>{words.optionalHint}</p>
          <Items frame={frame} numbers={obligation.optionalItems} />
        </details>
      )}
    </>
  );
}

type ItemsProps = { readonly frame: UnitProps['frame']; readonly numbers: readonly number[] };

const Items = ({ frame, numbers }: ItemsProps) => (
  <ol class="items">
    {frame.rules.plan.items
      .filter((item) => numbers.includes(item.no))
      .map((item) => (
        <li value={item.no}>
          {item.content}
          <small>
            {`${frame.words.leads}：${item.leads.join('、')}；${frame.words.schedule}：${item.schedule}`}
          </small>
        </li>
      ))}
  </ol>
);

/** Every version; the newest is open. */
function UnitSubmissions({ frame, record, last }: UnitProps) {
  const newestFirst = record.submissions.toReversed();
  if (newestFirst.length === 0) return <p>{frame.words.nothingSubmitted}</p>;
  return (
    <>
      {newestFirst.map((submission, index) => (
        <details class="submission" data-key={`version-${submission.version}`} open={index === 0}>
          <summary>
            <SubmissionHeading frame={frame} submission={submission} newest={index === 0} />
          </summary>
          <ReportText frame={frame} report={submission.report} last={last} />
          <VersionLinks frame={frame} record={record} version={submission.version} />
        </details>
      ))}
    </>
  );
}

type LinksProps = Pick<UnitProps, 'frame' | 'record'> & { readonly version: number };

function VersionLinks({ frame: { words, language }, record, version }: LinksProps) {
  const home = `/${record.round.period}/${record.obligation.unit}`;
  return (
    <p class="actions more">
      <a href={linkTo(`${home}/submissions/${version}`, language)}>{words.showVersion}</a>
      <a href={linkTo(`${home}/receipts/${version}`, language)}>{words.showReceipt}</a>
    </p>
  );
}

/** Attached files, and which leaders endorsed which version. Only the unit sees files that are in no version. */
function UnitFiles({ frame, record, beside }: UnitProps) {
  const { words, language } = frame;
  const { round, obligation } = record;
  const files = beside.files.filter(({ version }) => version !== null);
  if (files.length + beside.endorsements.length === 0) return null;
  return (
    <>
      {beside.endorsements.length > 0 && (
        <ul class="endorsements">
          {beside.endorsements.map(({ by, version, at }) => (
            <li>{`${words.endorsedBy(by, version)} · ${dateTime(frame, at)}`}</li>
          ))}
        </ul>
      )}
      {files.length > 0 && (
        <>
          <h3>{`${words.files}（${files.length}）`}</h3>
          <ul class="files">
            {files.map((file) => (
              <li>
                <a href={linkTo(`/${round.period}/${obligation.unit}/files/${file.id}`, language)}>
                  {file.name}
                </a>{' '}
                <span class="tag">{words.filePurposes[file.purpose]}</span>{' '}
                <small>
                  {`${words.version}${file.version}${words.versionEnd} · ${dateTime(frame, file.addedAt)} · SHA-256 ${file.sha256.slice(0, 12)}…`}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
