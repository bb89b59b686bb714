/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { AdminLayout } from '../../admin/admin-layout.tsx';
import { checkName, Findings } from '../../admin/findings.tsx';
import type { Health } from '../../admin/health.ts';
import type { Frame } from '../../shared/frame.ts';
import { dateTime } from '../../shared/shown.ts';

type HealthProps = { readonly frame: Frame; readonly health: Health };

/** Of each list at most so many lines; what is wrong in more places is seen from these. */
const SHOWN = 300;

/** Every check done just now, with all that was found. */
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
