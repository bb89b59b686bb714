/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import type { FolderProblem } from '../../../../gateways/plan-folder/folder-problem.ts';
import { FILES } from '../../../../gateways/plan-folder/read-folder.ts';
import type { PlanVersion } from '../../../../store/read/plans.ts';
import type { AuditEntry } from '../../../../store/read/trail.ts';
import type { Said } from '../../../bilingual.ts';
import type { PlanChange } from '../../../plan-changes.ts';
import type { Frame } from '../../shared/frame.ts';
import type { Words } from '../../shared/language.ts';
import { ListTable } from '../../shared/list-table.tsx';
import { dateTime } from '../../shared/shown.ts';
import { Refusal } from '../../shared/text-field.tsx';
import { AdminLayout } from '../admin-layout.tsx';
import { SHIPPED, TEXTS_FIELD, UPLOADS, type Uploaded } from './import-upload.ts';

/** What the administrator confirms: the files, and all their changes. */
export type Agreement = {
  readonly uploaded: Uploaded;
  readonly changes: readonly PlanChange[];
  /** SMS of the plan that the provider would refuse. They do not prevent the import. */
  readonly refused: readonly Said[];
  readonly hidden: Readonly<Record<string, string>>;
  readonly sha: string;
};

type Props = {
  readonly frame: Frame;
  readonly version: PlanVersion;
  readonly entries: readonly AuditEntry[];
  readonly problems?: readonly FolderProblem[];
  readonly agreement?: Agreement;
  readonly refusal?: string;
  readonly done?: string | undefined;
};

export function ImportPage({ frame, problems = [], agreement, refusal, done, ...inForce }: Props) {
  const { words } = frame;
  return (
    <AdminLayout frame={frame} at="/admin/plan" title={words.importTitle} done={done}>
      <Refusal words={words} refusal={refusal} />
      {problems.length > 0 && <ImportProblems words={words} problems={problems} />}
      {agreement && <Changes frame={frame} agreement={agreement} />}
      <InForce frame={frame} {...inForce} />
      <PlanForm frame={frame} />
      <CalendarForm frame={frame} />
    </AdminLayout>
  );
}

const PARTS = ['plan', 'settings', 'text', 'item', 'unit', 'contact', 'calendar'] as const;

/** Every change, then one button; the form carries the files. */
function Changes({
  frame: { words, language },
  agreement,
}: {
  frame: Frame;
  agreement: Agreement;
}) {
  const { changes, refused, uploaded, hidden, sha } = agreement;
  if (changes.length === 0) return <p class="box note">{words.noChanges}</p>;
  const parts = PARTS.map((about) => ({ about, of: changes.filter((c) => c.about === about) }));
  return (
    <form class="card changes" method="post" action="/admin/plan/import">
      <h2>{words.importChanges(changes.length)}</h2>
      {parts
        .filter(({ of }) => of.length > 0)
        .map(({ about, of }) => (
          <details open={of.length <= 50}>
            <summary>{`${words.changeParts[about]} ${of.length}`}</summary>
            <ul>
              {of.map(({ sentence }) => (
                <li>{sentence}</li>
              ))}
            </ul>
          </details>
        ))}
      {refused.map((why) => (
        <p class="problem">{words.refusedSms(why[language])}</p>
      ))}
      <p class="why">{words.importFollows}</p>
      <p>
        <small class="long">{`SHA-256 ${sha}`}</small>
      </p>
      {UPLOADS.map((name) => (
        <input type="hidden" name={name} value={uploaded[name]} />
      ))}
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit">{words.confirmImport}</button>
    </form>
  );
}

function InForce({ frame, version, entries }: Pick<Props, 'frame' | 'version' | 'entries'>) {
  const { words, rules } = frame;
  return (
    <>
      <dl class="pairs">
        <dt>{words.inForce}</dt>
        <dd>{`${rules.plan.title}，${words.planVersion(version.version, version.hash)}`}</dd>
        <dt>{words.calendarInForce}</dt>
        <dd>{`${rules.calendar.version}（${rules.calendar.years.join(words.comma)}）`}</dd>
      </dl>
      <details>
        <summary>{words.pastImports}</summary>
        <ul>
          {entries.map(({ receivedAt, actor, outcome }) => (
            <li>{`${dateTime(frame, receivedAt)} ${actor.name}：${outcome.message}`}</li>
          ))}
        </ul>
      </details>
    </>
  );
}

const PlanForm = ({ frame: { words } }: { frame: Frame }) => (
  <form class="card" method="post" action="/admin/plan/check" enctype="multipart/form-data">
    <h2>{words.importPlanTitle}</h2>
    <p class="why">{words.importHint}</p>
    {FILES.map((name) => (
      <p class="field">
        <label for={name}>{name}</label>
        <input id={name} name={name} type="file" required />
      </p>
    ))}
    <p class="field">
      <label for="texts">{words.textFiles}</label>
      <input id="texts" name={TEXTS_FIELD} type="file" accept=".txt" multiple />
      <small>{words.textFilesHint}</small>
    </p>
    <button type="submit">{words.checkFiles}</button>
  </form>
);

const CalendarForm = ({ frame: { words } }: { frame: Frame }) => (
  <section class="card">
    <h2>{words.importCalendarTitle}</h2>
    <p class="why">{words.calendarHint}</p>
    <form method="post" action="/admin/plan/check" enctype="multipart/form-data">
      <p class="field">
        <label for="calendar">{words.calendarFile}</label>
        <input id="calendar" name="calendar" type="file" accept=".json" required />
      </p>
      <button type="submit">{words.checkFiles}</button>
    </form>
    <form class="choices" method="post" action="/admin/plan/check">
      <input type="hidden" name="calendar" value={SHIPPED} />
      <button class="second" type="submit">
        {words.checkShipped}
      </button>
    </form>
  </section>
);

type ProblemsProps = { readonly words: Words; readonly problems: readonly FolderProblem[] };

/** All problems of an upload at once: where, which value, what to do. */
const ImportProblems = ({ words, problems }: ProblemsProps) => (
  <section role="alert">
    <p class="problem">{words.importProblems(problems.length)}</p>
    <ListTable columns={Object.values(words.problemColumns)}>
      <tbody>
        {problems.map(({ file, line, cell, value, message, remedy }) => (
          <tr>
            <td data-label={words.problemColumns.file}>{file}</td>
            <td class="number" data-label={words.problemColumns.line}>
              {[line, cell].filter((part) => part !== null).join(' ')}
            </td>
            <td class="long">{value}</td>
            <td class="long">{message}</td>
            <td class="long">{remedy}</td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  </section>
);
