/** cuibao year start | cancel. Before a start it says how many messages will go out. */

import { CHANNEL } from '../../domain/field-words.ts';
import { unreachableIn, unreachableSentence } from '../../domain/people/unreachable.ts';
import { preview } from '../../domain/preview/preview.ts';
import { nominalDue, parsePeriod, periodsInPlan } from '../../domain/time/period.ts';
import { daysBetween } from '../../domain/time/workdays.ts';
import { readContacts, readLeaves, readReachability } from '../../store/read/contacts.ts';
import { findYear } from '../../store/read/years.ts';
import { onYear, yearOf } from '../command.ts';
import { type Context, type Deps, withPlan } from './context.ts';
import { type ActOptions, answer, wishOf } from './terminal/answer.ts';
import { aside, confirm } from './terminal/say.ts';
import { moment } from './terminal/time.ts';

/** Past this, no preview is made: nearly all of its steps would be past repetitions that are skipped. */
const LONG_PAST_DAYS = 180;

export const startYear = (
  context: Context,
  year: number,
  options: ActOptions & { yes?: true; withUnreachable?: true },
): Promise<void> =>
  withPlan(context, async (deps) => {
    const { plan, pool, rules } = deps;
    const periods = periodsInPlan(plan, year);
    const id = yearOf(plan, year);
    const known = await findYear(pool, id);
    if (known?.phase !== 'started') {
      aside(await expectation(deps, year, periods));
      await confirm(`启动${year}年度？`, options.yes);
    }
    const wish = wishOf(deps, 'administrator', options);
    answer(
      await onYear(deps, wish, id, {
        kind: 'start-year',
        ...(options.withUnreachable && { withUnreachable: true }),
      }),
      rules.zone,
      options,
    );
  });

export const cancelYear = (
  context: Context,
  year: number,
  options: ActOptions & { reason: string },
): Promise<void> =>
  withPlan(context, async (deps) => {
    const wish = wishOf(deps, 'administrator', options);
    const act = { kind: 'cancel-year' as const, reason: options.reason };
    answer(await onYear(deps, wish, yearOf(deps.plan, year), act), deps.rules.zone, options);
  });

async function expectation(
  { plan, pool, rules, now, fixed }: Deps,
  year: number,
  periods: ReturnType<typeof periodsInPlan>,
): Promise<string> {
  const { zone, calendar } = rules;
  const startedAt = await now();
  const lastDue = nominalDue(periods.at(-1) ?? parsePeriod(`${year}H1`), plan.deadlines);
  if (daysBetween(lastDue, zone.dayOf(startedAt)) > LONG_PAST_DAYS) {
    return `${year}年度（${periods.join('、')}）早已截止（${lastDue}）：启动后立即开启，每个单位只补发报送通知和最近一个节点。`;
  }
  const messages = preview(
    {
      plan: { ...plan, contacts: await readContacts(pool, plan.id) },
      leaves: await readLeaves(pool, plan.id),
      calendar,
      zone,
      startedAt,
      demonstration: fixed.demonstration,
    },
    periods,
  );
  const number = (channel: (typeof messages)[number]['channel']) =>
    `${CHANNEL[channel]}${messages.filter((message) => message.channel === channel).length}`;
  const first = messages[0] ? `，第一条在 ${moment(messages[0].at, zone)}` : '';
  const counts = [number('email'), number('sms'), number('letter'), number('slip')].join('、');
  const reachability = await readReachability(pool, plan.id);
  const silent = unreachableIn(plan, periods, reachability, zone.dayOf(startedAt));
  const warning = silent.length > 0 ? `\n${unreachableSentence(silent)}` : '';
  return `${year}年度（${periods.join('、')}）：若无人报送，最多${messages.length}条（${counts}；函和督办单须人工审发）${first}。逐条查看：cuibao preview ${year} --live${warning}`;
}
