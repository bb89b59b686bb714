/**
 * One act, one form, one address: GET shows the form and changes nothing, POST makes one command. The form carries the
 * id of the command, so a form sent twice is done once.
 */
import { randomUUID } from 'node:crypto';
import type { Outcome } from '../../../domain/command.ts';
import type { ObligationAct } from '../../../domain/obligation/act.ts';
import { obligationId, roundId } from '../../../domain/obligation/obligation.ts';
import type { RoundAct } from '../../../domain/round/round.ts';
import { readObligation } from '../../../store/read/obligations.ts';
import { readRound } from '../../../store/read/rounds.ts';
import { entriesByOthers, newestEntry, type Trail } from '../../../store/read/trail.ts';
import { onObligation, onRound, type Wish } from '../../command.ts';
import { createRoutes, type Routes } from '../access/routes.tsx';
import { actorOf, type Request } from '../access/visitor.ts';
import type { Deps } from '../deps.ts';
import { type Frame, readFrame } from '../shared/frame.ts';
import { languageFor, linkTo } from '../shared/language.ts';
import { idOf, seenOf } from '../shared/sent.ts';
import type { ActFacts } from './act-facts.tsx';
import { type ActForm, fieldProblems, type Values, valuesOf } from './act-form.ts';
import { ActPage } from './act-page.tsx';
import { OBLIGATION_ACTS } from './obligation-acts.ts';
import { obligationFacts } from './obligation-facts.ts';
import { ROUND_ACTS, roundFacts } from './round-acts.tsx';

const PERIOD = '/:period{[0-9]{4}H[12]}';

export function actRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  for (const [kind, form] of Object.entries(ROUND_ACTS)) {
    const path = `${PERIOD}/acts/${kind}`;
    routes.get(path, form.need, (c) => show(c, deps, form, ofRound(c, deps, kind)));
    routes.post(path, form.need, (c) => take(c, deps, form, ofRound(c, deps, kind)));
  }
  for (const [kind, form] of Object.entries(OBLIGATION_ACTS)) {
    const path = `${PERIOD}/:unit/acts/${kind}`;
    routes.get(path, form.need, (c) => show(c, deps, form, ofObligation(c, deps, kind)));
    routes.post(path, form.need, (c) => take(c, deps, form, ofObligation(c, deps, kind)));
  }
  return routes;
}

type Kind = Exclude<ObligationAct['kind'], 'submit' | 'record'> | Exclude<RoundAct['kind'], 'open'>;

/** What an act is about, and how to do it. */
type Target<Act extends ObligationAct | RoundAct> = {
  readonly kind: Kind;
  readonly trail: Trail;
  readonly unit: string | undefined;
  /** The page to return to. */
  readonly home: string;
  /** Throws `not_found`. */
  readonly name: () => Promise<string>;
  /** What stands beside the form. */
  readonly facts: (frame: Frame, values: Values) => Promise<ActFacts>;
  readonly carryOut: (wish: Wish, act: Act) => Promise<Outcome>;
};

function ofRound(c: Request, deps: Deps, kind: string): Target<RoundAct> {
  const { period = '' } = c.req.param();
  const subject = roundId(deps.plan, period);
  return {
    kind: kind as Kind,
    trail: { subject },
    unit: undefined,
    home: `/${period}`,
    name: async () => (await readRound(deps.pool, subject)).period,
    facts: (frame, values) => roundFacts(deps, frame, { round: subject, kind, values }),
    carryOut: (wish, act) => onRound(deps, wish, subject, act),
  };
}

function ofObligation(c: Request, deps: Deps, kind: string): Target<ObligationAct> {
  const { period = '', unit = '' } = c.req.param();
  const subject = roundId(deps.plan, period);
  const obligation = obligationId(subject, unit);
  return {
    kind: kind as Kind,
    trail: { subject, obligation },
    unit,
    home: `/${period}/${unit}`,
    name: async () => `${(await readObligation(deps.pool, obligation)).unitName} ${period}`,
    facts: (frame, values) => obligationFacts(deps, frame, { obligation, kind, values }),
    carryOut: (wish, act) => onObligation(deps, wish, obligation, act),
  };
}

async function show<A extends ObligationAct | RoundAct>(
  c: Request,
  deps: Deps,
  form: ActForm<A>,
  target: Target<A>,
): Promise<Response> {
  return page(c, deps, form, target, {
    values: valuesOf(form.fields, c.req.query()),
    status: 200,
  });
}

async function take<A extends ObligationAct | RoundAct>(
  c: Request,
  deps: Deps,
  form: ActForm<A>,
  target: Target<A>,
): Promise<Response> {
  const sent: { id?: unknown; seen?: unknown } = await c.req.parseBody();
  const values = valuesOf(form.fields, sent);
  const frame = await readFrame(c, deps);
  const problems = fieldProblems(form.fields, values, frame.words);
  if (Object.keys(problems).length > 0) {
    return page(c, deps, form, target, { values, problems, status: 400 });
  }
  const actor = actorOf(c, form.need, target.unit);
  const entry = seenOf(sent.seen);
  const wish = { actor, id: idOf(sent.id), ...(form.judges && { seen: { entry } }) };
  const outcome = await target.carryOut(wish, form.act(values));
  if (outcome.ok) return c.redirect(linkTo(target.home, 'zh', { done: outcome.command }), 303);
  if (form.judges && outcome.code === 'superseded') {
    const byOthers = await entriesByOthers(deps.pool, target.trail, entry, actor.name);
    if (byOthers.length > 0) {
      return page(c, deps, form, target, { values, byOthers, status: 409 });
    }
  }
  return page(c, deps, form, target, { values, refusal: outcome.message, status: 409 });
}

type Shown = Pick<Parameters<typeof ActPage>[0], 'problems' | 'byOthers' | 'refusal'> & {
  readonly values: Values;
  readonly status: 200 | 400 | 409;
};

async function page<A extends ObligationAct | RoundAct>(
  c: Request,
  deps: Deps,
  form: ActForm<A>,
  { kind, trail, home, ...target }: Target<A>,
  { status, ...shown }: Shown,
): Promise<Response> {
  // Read before the facts: an entry that arrives between the two is shown twice, but never missed.
  const seen = await newestEntry(deps.pool, trail);
  const about = await target.name();
  const frame = await readFrame(c, deps);
  const facts = await target.facts(frame, shown.values);
  const hidden = { id: randomUUID(), seen: String(seen) };
  const { fields } = form;
  const back = linkTo(home, languageFor(c));
  return c.html(
    ActPage({ frame, kind, about, facts, fields, hidden, back, here: c.req.path, ...shown }),
    status,
  );
}
