/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import type { AuditEntry } from '../../../../store/audit-trail.ts';
import type { PlanVersion } from '../../../../store/plans.ts';
import type { Finding } from '../../../doctor/finding.ts';
import type { Frame } from '../../frame.ts';
import { linkTo } from '../../words.ts';
import { AdminLayout } from './admin-layout.tsx';
import { AuditTable } from './audit-table.tsx';

type Props = {
  readonly frame: Frame;
  readonly version: PlanVersion;
  readonly findings: readonly Finding[];
  readonly entries: readonly AuditEntry[];
};

const SIGNS = { ok: '●', warning: '▲', failed: '✕' } as const;
const TONES = { ok: 'good', warning: 'wait', failed: 'bad' } as const;

/** Which plan is in force, whether all is well, and what was done last. */
export function OverviewPage({ frame, version, findings, entries }: Props) {
  const { words, rules, language } = frame;
  return (
    <AdminLayout frame={frame} at="/admin">
      <p>
        {`${words.inForce}：${rules.plan.title}，${words.planVersion(version.version, version.hash)}`}
      </p>
      <h2>{words.health}</h2>
      <table class="list">
        <tbody>
          {findings.map(({ name, level, message }) => (
            <tr>
              <th scope="row">{name}</th>
              <td>
                <span class={`light ${TONES[level]}`}>
                  <i aria-hidden="true">{SIGNS[level]}</i> {words.levels[level]}
                </span>
              </td>
              <td class="long">{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{words.auditTitle}</h2>
      <AuditTable frame={frame} entries={entries} />
      <p>
        <a href={linkTo('/admin/audit', language)}>{words.auditTitle}</a>
      </p>
    </AdminLayout>
  );
}
