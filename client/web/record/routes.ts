/** 代录: reports that came by OA, mail, paper or messenger, with the real time of arrival and the evidence. */

import { randomUUID } from 'node:crypto';
import type { FileRef, ObligationAct } from '../../../domain/obligation/act.ts';
import type { FieldProblem } from '../../../domain/obligation/limits.ts';
import { obligationId, roundId } from '../../../domain/obligation/obligation.ts';
import { formXlsx } from '../../../gateways/documents/form-xlsx.ts';
import { XLSX } from '../../../gateways/documents/media-types.ts';
import { readObligation } from '../../../store/read/obligations.ts';
import { removeAttachment } from '../../../store/visit/attachments.ts';
import { onObligation } from '../../command.ts';
import { formFromRecord } from '../../report-form.ts';
import { createRoutes, type Routes } from '../access/routes.tsx';
import { actorOf, type Request } from '../access/visitor.ts';
import { obligationFacts } from '../acts/obligation-facts.ts';
import type { Deps } from '../deps.ts';
import { pressed, type ReportValues, reportValues } from '../report/field-values.ts';
import { keepFile } from '../report/files.ts';
import { readReportScene } from '../report/report-scene.ts';
import { numbersOf } from '../report/sent-form.ts';
import { attachment } from '../shared/download.ts';
import { readFrame } from '../shared/frame.ts';
import { linkTo, type Words } from '../shared/language.ts';
import { seenOf, uuidOf } from '../shared/sent.ts';
import {
  type ContentProblems,
  isReceived,
  isReport,
  NOTHING_TYPED,
  type RecordProblems,
  type RecordValues,
  readContent,
  readReceived,
  recordValues,
  startToRecord,
} from './record-form.ts';
import { RecordPage } from './record-page.tsx';

const FLAWLESS: ContentProblems = { fields: [] };
const RECORD = '/:period{[0-9]{4}H[12]}/:unit/record' as const;

type Sent = Readonly<Record<string, unknown>> & {
  readonly id?: unknown;
  /** The newest version when the form was drawn. */
  readonly seen?: unknown;
  readonly action?: unknown;
  readonly form?: unknown;
  readonly proof?: unknown;
};

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
  const scene = await readReportScene(c, deps);
  const sent: Sent = await c.req.parseBody();
  const values = recordValues(sent);
  const typed = reportValues(sent, numbersOf(scene));
  const button = pressed(String(sent.action), typed, scene.last);
  if (button) return page(c, deps, { values, typed: button.values, id: uuidOf(sent.id) }, 200);
  const { words, rules, now } = frame;
  const received = readReceived(values, { words, zone: rules.zone, now });
  const report = await readContent(frame, scene, { by: values.content, file: sent.form, typed });
  if (isReceived(received) && isReport(report)) {
    return enter(c, deps, { ...received, kind: 'record', report }, { sent, values, typed });
  }
  const { fields: typedProblems, form } = isReport(report) ? FLAWLESS : report;
  const problems: RecordProblems = {
    ...(isReceived(received) ? {} : received),
    ...(form !== undefined && { form }),
  };
  return page(c, deps, { values, typed, problems, typedProblems }, 400);
}

type Act = Extract<ObligationAct, { kind: 'record' }>;
type Typed = {
  readonly sent: Sent;
  readonly values: RecordValues;
  readonly typed: ReportValues;
};

async function enter(
  c: Request,
  deps: Deps,
  act: Act,
  { sent, ...shown }: Typed,
): Promise<Response> {
  const { words, now } = await readFrame(c, deps);
  const obligation = obligationOf(c, deps);
  const actor = actorOf(c, 'work on round');
  const id = uuidOf(sent.id);
  const kept = { id, obligation, by: actor.name, at: now };
  const proof = await keepProof(deps, kept, sent.proof, words);
  if (typeof proof === 'string') return page(c, deps, { ...shown, problems: { proof } }, 400);
  const attachments = proof ? { attachments: [proof] } : {};
  // The unit's draft does not matter here.
  const seen = sent.seen === undefined ? {} : { seen: { version: seenOf(sent.seen) } };
  const wish = { actor, id, ...seen };
  const outcome = await onObligation(deps, wish, obligation, { ...act, ...attachments });
  if (!outcome.ok) {
    if (proof) await removeAttachment(deps.pool, obligation, proof.id, now);
    return page(c, deps, { ...shown, refusal: outcome.message }, 409);
  }
  const { period = '', unit = '' } = c.req.param();
  return c.redirect(linkTo(`/${period}/${unit}`, 'zh', { done: outcome.command }), 303);
}

const obligationOf = (c: Request, { plan }: Deps): string => {
  const { period = '', unit = '' } = c.req.param();
  return obligationId(roundId(plan, period), unit);
};

type Shown = {
  readonly values: RecordValues;
  /** What was typed into the items; otherwise their start values. */
  readonly typed?: ReportValues;
  readonly id?: string;
  readonly problems?: RecordProblems;
  readonly typedProblems?: readonly FieldProblem[];
  readonly refusal?: string;
};

async function page(
  c: Request,
  deps: Deps,
  { problems = {}, typedProblems = [], id = randomUUID(), typed, ...shown }: Shown,
  status: 200 | 400 | 409,
): Promise<Response> {
  const frame = await readFrame(c, deps);
  const scene = await readReportScene(c, deps);
  const which = { obligation: scene.obligation.id, kind: 'record', values: {} };
  const facts = await obligationFacts(deps, frame, which);
  const filled = typed ?? startToRecord(scene);
  const asked = { frame, scene, facts, id, problems, typedProblems, typed: filled };
  return c.html(RecordPage({ ...asked, ...shown }), status);
}

/** The evidence: stored before the command that names it. */
type Kept = Omit<Parameters<typeof keepFile>[1], 'purpose'>;

/** @returns the file for the command, null when there is none, or why it was refused */
const keepProof = async (
  deps: Deps,
  kept: Kept,
  sent: unknown,
  words: Words,
): Promise<FileRef | null | string> =>
  sent instanceof File && sent.size > 0
    ? keepFile(deps, { ...kept, purpose: 'evidence' }, sent, {
        ...words,
        fileRefused: words.proofRefused,
      })
    : null;
