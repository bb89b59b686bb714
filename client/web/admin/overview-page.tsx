/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { isHalted } from '../../../domain/round/round.ts';
import type { PlanVersion } from '../../../store/read/plans.ts';
import type { AuditEntry } from '../../../store/read/trail.ts';
import type { ListedRound, YearRow } from '../../../store/read/years.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { dateTime, longDay } from '../shared/shown.ts';
import { AdminLayout } from './admin-layout.tsx';
import { AuditTable } from './audit/audit-page.tsx';
import { checkName, Findings } from './findings.tsx';
import type { Health } from './health.ts';

type Props = {
  readonly frame: Frame;
  readonly health: Health;
  readonly version: PlanVersion;
  /** The latest import, if there is one. */
  readonly imports: readonly AuditEntry[];
  readonly years: readonly YearRow[];
  readonly rounds: readonly ListedRound[];
  readonly failed: { readonly all: number; readonly open: number };
  readonly entries: readonly AuditEntry[];
};

/** The plan in force, the health of the installation, and the latest entries. */
export function OverviewPage(props: Props) {
  const { frame, health, failed, entries } = props;
  const { words, language } = frame;
  return (
    <AdminLayout frame={frame} at="/admin">
      <InForce {...props} />
      <h2>{words.health}</h2>
      <p class="why">
        {`${words.checkedAt} ${dateTime(frame, health.at)} · `}
        <a href={linkTo('/admin/health', language)}>{words.checkNow}</a>
      </p>
      <Findings frame={frame} findings={health.findings} />
      <p>
        <a href={linkTo('/admin/failures', language)} class={failed.open > 0 ? 'bad' : ''}>
          {`${words.failuresTitle}：${failed.all}，${words.notReached} ${failed.open}`}
        </a>
      </p>
      <h2>{words.rounds}</h2>
      <Rounds {...props} />
      <h2>{words.auditTitle}</h2>
      <AuditTable frame={frame} entries={entries} />
      <p>
        <a href={linkTo('/admin/audit', language)}>{words.allEntries}</a>
      </p>
    </AdminLayout>
  );
}

function InForce({ frame, version, imports }: Props) {
  const { words, rules } = frame;
  const [last] = imports;
  return (
    <dl class="pairs">
      <dt>{words.inForce}</dt>
      <dd>{`${rules.plan.title}，${words.planVersion(version.version, version.hash)}`}</dd>
      {last && (
        <>
          <dt>{words.lastImport}</dt>
          <dd>{`${dateTime(frame, last.receivedAt)} ${last.actor.name}：${last.outcome.message}`}</dd>
        </>
      )}
      <dt>{words.calendarInForce}</dt>
      <dd>{rules.calendar.version}</dd>
    </dl>
  );
}

function Rounds({ frame, years, rounds }: Props) {
  const { words, language } = frame;
  if (years.length === 0) {
    return (
      <p>
        {words.noYears} <a href={linkTo('/admin/years', language)}>{words.toStart}</a>
      </p>
    );
  }
  return (
    <ul>
      {rounds.map(({ round, counts }) => (
        <li>
          <a href={linkTo(`/${round.period}`, language)}>{round.period}</a>{' '}
          {`${words.phases[round.phase]} · ${words.due} ${longDay(language, round.due.nominal)}`}
          {round.phase === 'open' && ` · ${words.counts.missing} ${counts.missing}`}
          {isHalted(round) && <span class="tag bad">{words.paused}</span>}
        </li>
      ))}
    </ul>
  );
}

type HealthProps = { readonly frame: Frame; readonly health: Health };

/** Lines shown of each list of findings. */
const SHOWN = 300;

/** All checks, run now, with every finding. */
export const HealthPage = ({ frame, health }: HealthProps) => (
  <AdminLayout frame={frame} at="/admin" title={frame.words.health} here="/admin/health">
    <p class="why">{`${frame.words.checkedAt} ${dateTime(frame, health.at)}`}</p>
    <Findings frame={frame} findings={health.findings} />
    {health.findings
      .filter(({ details = [] }) => details.length > 0)
      .map(({ name, details = [] }) => (
        <section>
          <h2>{`${checkName(frame.words, name)} ${details.length}`}</h2>
          <ul>
            {details.slice(0, SHOWN).map((line) => (
              <li class="long">{line[frame.language]}</li>
            ))}
          </ul>
          {details.length > SHOWN && <p>{frame.words.shownOf(SHOWN, details.length)}</p>}
        </section>
      ))}
  </AdminLayout>
);
