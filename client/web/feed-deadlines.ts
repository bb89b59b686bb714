/** A round's dates as calendar entries. The entry of a unit is the one that its mails bring: same name, same sequence. */
import { isOutstanding } from '../../domain/obligation/obligation.ts';
import { periodLabel } from '../../domain/time/dates-in-words.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Deadline } from '../../gateways/calendar/ics.ts';
import type { Rules } from '../../store/rules.ts';
import type { FeedObligation, FeedRound } from '../../store/web-pages/feed.ts';

/** A unit's own deadlines; moved by an extension, and marked when there is nothing left to hand in. */
export const unitDeadlines = (
  { plan, zone }: Rules,
  obligations: readonly FeedObligation[],
): Deadline[] =>
  obligations.map((o) => ({
    uid: `${o.id.replaceAll('/', '-')}@cuibao`,
    sequence: o.cycle - 1,
    summary: `${isOutstanding(o.state) ? '' : '✓ '}${plan.subject}：${periodLabel(o.period)}报送截止（${o.unitName}）`,
    day: o.due.effective,
    description: `${zone.iso(o.due.at).slice(0, 16).replace('T', ' ')} 前报送${plan.bureau.name}，咨询电话：${plan.bureau.phone}`,
    cancelled: o.phase === 'cancelled',
    stamp: o.opensAt,
  }));

/** The bureau's: when reports are due and when the compiled report goes up. */
export const bureauDeadlines = ({ plan }: Rules, rounds: readonly FeedRound[]): Deadline[] =>
  rounds.flatMap((round) => {
    const of = (
      what: string,
      name: string,
      day: FeedRound['compileOn'],
      at: Instant,
    ): Deadline => ({
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
