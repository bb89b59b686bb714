/** 代录: what came by OA, mail, paper or messenger, with when it really came and what shows it. */
import { randomUUID } from 'node:crypto';
import { obligationId, roundId } from '../../../domain/obligation.ts';
import { Problem } from '../../../domain/problem.ts';
import { formXlsx } from '../../../gateways/documents/form-xlsx.ts';
import { readReportFile } from '../../../gateways/report-file.ts';
import { removeAttachment } from '../../../store/attachments.ts';
import { readObligation } from '../../../store/obligations.ts';
import { onObligation } from '../../desk.ts';
import { formFromRecord } from '../../report-form.ts';
import { createRoutes, type Routes } from '../access/routes.ts';
import { actorOf, type Request } from '../access/visitor.ts';
import { keepProof } from '../acts/keep-proof.ts';
import { obligationFacts } from '../acts/obligation-facts.ts';
import {
  isReceived,
  NOTHING_TYPED,
  type RecordProblems,
  type RecordValues,
  readReceived,
  recordValues,
} from '../acts/record-form.ts';
import { uuidOf } from '../acts/sent.ts';
import type { Deps } from '../deps.ts';
import { attachment } from '../download.ts';
import { type Frame, readFrame } from '../frame.ts';
import { RecordPage } from '../pages/record-page.tsx';
import { linkTo } from '../words.ts';

const RECORD = '/:period{[0-9]{4}H[12]}/:unit/record' as const;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function recordRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  routes.get(RECORD, 'work on round', (c) => page(c, deps, { values: NOTHING_TYPED }, 200));
  routes.post(RECORD, 'work on round', (c) => take(c, deps));
  routes.get(`${RECORD}/form.xlsx`, 'work on round', async (c) => {
    const { rules } = await readFrame(c, deps);
    const obligation = await readObligation(deps.pool, obligationOf(c, deps));
    const form = await formFromRecord(deps.pool, rules, obligation);
    const name = `${form.title}（${form.unit.name}）.xlsx`;
    return c.body(new Uint8Array(await formXlsx(form)), 200, attachment(name, XLSX));
  });
  return routes;
}

async function take(c: Request, deps: Deps): Promise<Response> {
  const frame = await readFrame(c, deps);
  const sent: Record<string, unknown> & { id?: unknown } = await c.req.parseBody();
  const { form, proof: sentProof } = sent;
  const values = recordValues(sent);
  const { words, rules, now } = frame;
  const received = readReceived(values, { words, zone: rules.zone, now });
  const report = await readForm(c, frame, form);
  if (!isReceived(received) || typeof report === 'string') {
    const problems: RecordProblems = {
      ...(isReceived(received) ? {} : received),
      ...(typeof report === 'string' && { form: report }),
    };
    return page(c, deps, { values, problems }, 400);
  }
  const obligation = obligationOf(c, deps);
  const actor = actorOf(c, 'work on round');
  const id = uuidOf(sent.id);
  const kept = { id, obligation, by: actor.name, at: now };
  const proof = await keepProof(deps, kept, sentProof, words);
  if (typeof proof === 'string') return page(c, deps, { values, problems: { proof } }, 400);
  const outcome = await onObligation(deps, { actor, id }, obligation, {
    kind: 'record',
    report,
    ...received,
    ...(proof && { attachments: [proof] }),
  });
  if (!outcome.ok) {
    if (proof) await removeAttachment(deps.pool, obligation, proof.id, now);
    return page(c, deps, { values, refusal: outcome.message }, 409);
  }
  const { period = '', unit = '' } = c.req.param();
  return c.redirect(linkTo(`/${period}/${unit}`, 'zh', { done: outcome.command }), 303);
}

/** @returns the report, or why there is none */
async function readForm(c: Request, { rules, words }: Frame, sent: unknown) {
  if (!(sent instanceof File) || sent.size === 0) return words.fieldEmpty(words.recordFields.form);
  const { period = '', unit = '' } = c.req.param();
  const named = (code: string) => rules.plan.units.find((other) => other.code === code)?.name;
  try {
    return await readReportFile(Buffer.from(await sent.arrayBuffer()), { unit, period, named });
  } catch (error) {
    if (error instanceof Problem) return error.message;
    throw error;
  }
}

const obligationOf = (c: Request, { plan }: Deps): string => {
  const { period = '', unit = '' } = c.req.param();
  return obligationId(roundId(plan, period), unit);
};

type Shown = {
  readonly values: RecordValues;
  readonly problems?: RecordProblems;
  readonly refusal?: string;
};

async function page(
  c: Request,
  deps: Deps,
  { problems = {}, ...shown }: Shown,
  status: 200 | 400 | 409,
): Promise<Response> {
  const frame = await readFrame(c, deps);
  const obligation = await readObligation(deps.pool, obligationOf(c, deps));
  const which = { obligation: obligation.id, kind: 'record', values: {} };
  const facts = await obligationFacts(deps, frame, which);
  const { period = '' } = c.req.param();
  const id = randomUUID();
  return c.html(RecordPage({ frame, period, obligation, facts, id, problems, ...shown }), status);
}
