/** Calendar feeds. Their owners make and revoke them; calendar programs read them without a sign-in. */

import { randomUUID } from 'node:crypto';
import { isOutstanding } from '../../../domain/obligation/obligation.ts';
import type { Round } from '../../../domain/round/round.ts';
import { periodLabel } from '../../../domain/time/dates-in-words.ts';
import type { Instant } from '../../../domain/time/time.ts';
import { type Deadline, deadlinesFeed } from '../../../gateways/calendar/ics.ts';
import {
  type Feed,
  type FeedObligation,
  findFeed,
  readFeedObligations,
  readFeeds,
} from '../../../store/read/calendar.ts';
import { readContext } from '../../../store/read/installation.ts';
import type { Rules } from '../../../store/read/plans.ts';
import { roundsOfPlan } from '../../../store/read/rounds.ts';
import { onPlan } from '../../command.ts';
import { grantFor } from '../access/permissions.ts';
import { createRoutes, type Routes } from '../access/routes.tsx';
import { newToken, tokenHash } from '../access/token.ts';
import { ACTS_AS, type Request, visitorOf } from '../access/visitor.ts';
import type { Deps } from '../deps.ts';
import { readFrame } from '../shared/frame.ts';
import { FeedMadePage, FeedsPage } from './feeds-page.tsx';

export function feedRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  const { pool, plan } = deps;

  routes.get('/feeds/:file{[\\w-]{43}\\.ics}', 'anyone', async (c) => {
    const token = c.req.param('file').slice(0, -'.ics'.length);
    const feed = await findFeed(pool, plan, tokenHash(token));
    return feed ? answerFeed(deps, feed) : c.notFound();
  });

  routes.get('/feeds', 'signed in', async (c) => {
    const frame = await readFrame(c, deps);
    const own = ownersOf(c);
    const feeds = (await readFeeds(pool, plan)).filter(({ unit }) => own.includes(unit));
    return c.html(FeedsPage({ frame, own, feeds }));
  });

  routes.post('/feeds', 'signed in', async (c) => {
    const { unit = '' } = (await c.req.parseBody()) as { unit?: string };
    const owner = ownersOf(c).find((one) => (one ?? '') === unit);
    if (owner === undefined) return c.notFound();
    const token = newToken();
    const act = {
      kind: 'make-feed',
      feed: randomUUID(),
      tokenHash: tokenHash(token),
      unit: owner,
    } as const;
    await onPlan(deps, { actor: makerOf(c, owner) }, plan, act);
    const origin = deps.webUrl ?? new URL(c.req.url).origin;
    const frame = await readFrame(c, deps);
    return c.html(FeedMadePage({ frame, address: `${origin}/feeds/${token}.ics` }));
  });

  routes.post('/feeds/:feed{[0-9a-f-]{36}}/revoke', 'signed in', async (c) => {
    const { feed: id } = c.req.param();
    const feed = (await readFeeds(pool, plan)).find((one) => one.id === id);
    if (!feed || !ownersOf(c).includes(feed.unit)) return c.notFound();
    const act = { kind: 'revoke-feed', feed: id } as const;
    await onPlan(deps, { actor: makerOf(c, feed.unit) }, plan, act);
    return c.redirect('/feeds', 303);
  });
  return routes;
}

async function answerFeed({ pool, plan }: Deps, { unit }: Feed): Promise<Response> {
  const { rules } = await readContext(pool, plan);
  const name = rules.plan.subject;
  const text =
    unit === null
      ? deadlinesFeed(name, bureauDeadlines(rules, await roundsOfPlan(pool, plan)))
      : deadlinesFeed(name, unitDeadlines(rules, await readFeedObligations(pool, plan, unit)));
  return new Response(text, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Cache-Control': 'private, max-age=900',
    },
  });
}

/** Whose feeds the visitor may make: own units by code; null is the bureau. */
function ownersOf(c: Request): (string | null)[] {
  const { grants } = visitorOf(c);
  const units = grants.flatMap(({ unit }) => (unit === null ? [] : [unit]));
  return [...new Set(units), ...(grantFor(grants, 'read round') ? [null] : [])];
}

function makerOf(c: Request, owner: string | null) {
  const { grants, name } = visitorOf(c);
  const grant = grants.find(({ unit }) => unit === owner) ?? grants[0];
  return { kind: grant ? ACTS_AS[grant.role] : ('unit' as const), name: grant?.name ?? name };
}

/**
 * Deadlines of a unit, with UID and sequence of its mails' entries: a calendar with both shows one. A tick marks those
 * that have been met.
 */
const unitDeadlines = ({ plan, zone }: Rules, obligations: readonly FeedObligation[]): Deadline[] =>
  obligations.map((o) => ({
    uid: `${o.id.replaceAll('/', '-')}@cuibao`,
    sequence: o.cycle - 1,
    summary: `${isOutstanding(o.state) ? '' : '✓ '}${plan.subject}：${periodLabel(o.period)}报送截止（${o.unitName}）`,
    day: o.due.effective,
    description: `${zone.iso(o.due.at).slice(0, 16).replace('T', ' ')} 前报送${plan.bureau.name}，咨询电话：${plan.bureau.phone}`,
    cancelled: o.phase === 'cancelled',
    stamp: o.opensAt,
  }));

/** Deadlines of the bureau: reports due, and the compiled report due. */
const bureauDeadlines = ({ plan }: Rules, rounds: readonly Round[]): Deadline[] =>
  rounds.flatMap((round) => {
    const of = (what: string, name: string, day: Round['compileOn'], at: Instant): Deadline => ({
      uid: `${round.id.replaceAll('/', '-')}-${what}@cuibao`,
      sequence: round.rev,
      summary: `${plan.subject}：${periodLabel(round.period)}${name}`,
      day,
      description: plan.title,
      cancelled: round.phase === 'cancelled',
      stamp: at,
    });
    return [
      of('due', '报送截止', round.due.effective, round.opensAt),
      of('compile', '汇总上报', round.compileOn, round.opensAt),
    ];
  });
