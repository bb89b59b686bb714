/** Files of a report as downloads, and the form as a file. Nothing that somebody uploaded is ever shown inside a page. */
import { obligationId, roundId } from '../../../domain/obligation/obligation.ts';
import { formDocx } from '../../../gateways/documents/form-docx.ts';
import { formXlsx } from '../../../gateways/documents/form-xlsx.ts';
import { readObligation } from '../../../store/read/obligations.ts';
import { type Attachment, findAttachment } from '../../../store/visit/attachments.ts';
import { formFromRecord } from '../../report-form.ts';
import { createRoutes, type Routes } from '../access/routes.tsx';
import type { Deps } from '../deps.ts';
import { attachment } from '../shared/download.ts';
import { type Frame, mayHere, readFrame } from '../shared/frame.ts';
import { periodName } from '../shared/shown.ts';

/** Anything else is no key of a row. */
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const UNIT = '/:period{[0-9]{4}H[12]}/:unit' as const;

export function fileRoutes(deps: Deps): Routes {
  const routes = createRoutes();

  routes.get(`${UNIT}/files/:id{${UUID}}`, 'read unit', async (c) => {
    const { period, unit, id } = c.req.param();
    const file = await findAttachment(
      deps.pool,
      obligationId(roundId(deps.plan, period), unit),
      id,
    );
    if (!file || !mayOpen(await readFrame(c, deps), file, unit)) return c.notFound();
    const safe = { ...attachment(file.name, file.type), 'Content-Security-Policy': 'sandbox' };
    return c.body(new Uint8Array(file.content), 200, safe);
  });

  for (const [ending, type] of [
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ] as const) {
    routes.get(`${UNIT}/report/form.${ending}`, 'read unit', async (c) => {
      const { rules, now } = await readFrame(c, deps);
      const { period, unit } = c.req.param();
      const obligation = await readObligation(
        deps.pool,
        obligationId(roundId(deps.plan, period), unit),
      );
      const form = await formFromRecord(deps.pool, rules, obligation);
      const content =
        ending === 'xlsx' ? await formXlsx(form) : await formDocx(form, rules.zone.iso(now));
      const name = `${periodName('zh', form.period)}报送表（${form.unit.name}）.${ending}`;
      return c.body(new Uint8Array(content), 200, attachment(name, type));
    });
  }
  return routes;
}

/** What no version holds is still the unit's own affair; what shows how a report came (代录) is the bureau's. */
function mayOpen(frame: Frame, { purpose, version }: Attachment, unit: string): boolean {
  if (purpose === 'evidence') return mayHere(frame, 'read round');
  return version !== null || mayHere(frame, 'report', unit) || mayHere(frame, 'endorse', unit);
}
