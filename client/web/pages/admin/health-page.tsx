/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Frame } from '../../frame.ts';
import type { Health } from '../../health.ts';
import { dateTime } from '../../shown.ts';
import { AdminLayout } from './admin-layout.tsx';
import { checkName, Findings } from './findings.tsx';

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
