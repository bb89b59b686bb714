/** Checks of the plan in force: steps unaccounted for, units out of reach, years without a published calendar. */

import { unaccountedInEnglish, unaccountedInWords } from '../../domain/ladder/unaccounted.ts';
import { isOutstanding } from '../../domain/obligation/obligation.ts';
import { isUnreachable } from '../../domain/people/unreachable.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Round } from '../../domain/round/round.ts';
import { HOUR, MINUTE, type Now, plus, SECOND } from '../../domain/time/time.ts';
import type { Db, Pool } from '../../store/db/pool.ts';
import { readReachability } from '../../store/read/contacts.ts';
import { readObligations } from '../../store/read/obligations.ts';
import { planIds, type Rules } from '../../store/read/plans.ts';
import { roundsOfPlan } from '../../store/read/rounds.ts';
import { readUnaccounted } from '../../store/read/unaccounted.ts';
import { type Finding, failed, few, ok, plain, said, warning } from '../bilingual.ts';

/** A step that was due within this time may still be on its way. */
const GRACE_MS = 10 * MINUTE;
/** A round's daily look may come up to two hours late. */
const SEEN_WITHIN_MS = 26 * HOUR;

export type CheckDeps = {
  readonly pool: Pool;
  readonly plan: Plan;
  readonly rules: Rules;
  readonly now: Now;
};

export async function checkPlan(deps: CheckDeps): Promise<Finding[]> {
  const { plan } = deps;
  return [
    ok('方案', said(`${plan.id}，《${plan.title}》`, `${plan.id}, ${plan.title}`)),
    ...(await checkSeveralPlans(deps.pool, plan)),
    await checkWorkflows(deps),
    await checkSteps(deps),
    await checkContacts(deps),
    await checkCalendar(deps),
  ];
}

async function checkSteps({ pool, now }: CheckDeps): Promise<Finding> {
  const found = await readUnaccounted(pool, plus(await now(), -GRACE_MS), { commitMs: 5 * SECOND });
  if (found.length === 0) {
    return ok('节点', said('到期的都已发出或说明原因', 'all that was due is sent or explained'));
  }
  const left = found.map((one) => said(unaccountedInWords(one), unaccountedInEnglish(one)));
  const { zh, en } = few(left);
  const number = left.length;
  return failed('节点', said(`没有交代的${number}处：${zh}`, `${number} unaccounted: ${en}`), left);
}

async function checkContacts({ pool, plan, rules, now }: CheckDeps): Promise<Finding> {
  const open = (await roundsOfPlan(pool, plan.id)).filter(({ phase }) => phase === 'open');
  const owing = (await Promise.all(open.map(({ id }) => readObligations(pool, id)))).flat();
  const reachability = await readReachability(pool, plan.id);
  const today = rules.zone.dayOf(await now());
  const silent = owing
    .filter((o) => !o.own && isOutstanding(o.state) && isUnreachable(reachability, o.unit, today))
    .map((o) => o.unitName);
  const names = [...new Set(silent)].map(plain);
  const { zh, en } = few(names);
  return silent.length === 0
    ? ok(
        '联系人',
        said(
          '未报单位都有可用的邮箱或手机',
          'every unit that has not reported has an e-mail or a mobile that works',
        ),
      )
    : warning(
        '联系人',
        said(
          `联系不上：${zh}；请在网页“管理 → 联系人”补全，或改好 contacts.csv 后 plan import。`,
          `out of reach: ${en}; complete them under Administration → Contacts, or in contacts.csv and import the plan.`,
        ),
        names,
      );
}

/** Every open round's workflow looks at its units once a day; while it does not run, nothing is sent. */
async function checkWorkflows({ pool, plan, rules, now }: CheckDeps): Promise<Finding> {
  const since = plus(await now(), -SEEN_WITHIN_MS);
  const open = (await roundsOfPlan(pool, plan.id)).filter(({ phase }) => phase === 'open');
  const seen = ({ mendedAt }: Round, never: string) =>
    mendedAt === null ? never : `${rules.zone.dayOf(mendedAt)} ${rules.zone.timeOf(mendedAt)}`;
  const zh = open.map((round) => `${round.period} ${seen(round, '尚未')}`).join('、');
  const en = open.map((round) => `${round.period} ${seen(round, 'not yet')}`).join(', ');
  if (open.every(({ mendedAt }) => mendedAt !== null && mendedAt >= since)) {
    return ok(
      '流程',
      open.length === 0
        ? said('没有办理中的批次', 'no round is under way')
        : said(`最近一次巡查：${zh}`, `looked at their units last: ${en}`),
    );
  }
  return warning(
    '流程',
    said(
      `流程每天巡查一次，最近一次：${zh}；请检查 worker 和 Temporal 是否在运行。`,
      `workflows look at their units once a day, last: ${en}; see whether worker and Temporal are running.`,
    ),
  );
}

/** Checks the present year in plan time, and every year with a planned or open round. */
async function checkCalendar({ pool, plan, rules, now }: CheckDeps): Promise<Finding> {
  const { calendar, zone } = rules;
  const rounds = (await roundsOfPlan(pool, plan.id)).filter(
    ({ phase }) => phase === 'planned' || phase === 'open',
  );
  const days = [zone.dayOf(await now()), ...rounds.map(({ due }) => due.nominal)];
  const years = [...new Set(days.map((day) => Number(day.slice(0, 4))))].sort((a, b) => a - b);
  const missing = years.filter((year) => !calendar.years.includes(year));
  return missing.length === 0
    ? ok(
        '工作日历',
        said(
          `${calendar.version}，${years.join('、')}年已公布`,
          `${calendar.version}, holidays of ${years.join(', ')} are published`,
        ),
      )
    : warning(
        '工作日历',
        said(
          `${missing.join('、')}年的放假通知不在日历里，按周末推算；公布后在网页“管理 → 方案和日历”导入，或 plan import --calendar。`,
          `the holidays of ${missing.join(', ')} are not in the calendar, weekends are assumed; import them once published, under Administration → Plan and calendar or by plan import --calendar.`,
        ),
      );
}

/** No finding when the database holds one plan. */
export async function checkSeveralPlans(db: Db, plan: Plan): Promise<Finding[]> {
  const others = (await planIds(db)).filter((id) => id !== plan.id);
  if (others.length === 0) return [];
  const zh = `数据库里还有方案${others.join('、')}`;
  const en = `also in this database: ${others.join(', ')}`;
  return [
    plan.online === undefined
      ? warning(
          '其他方案',
          said(
            `${zh}；本方案的 plan.yaml 没有写 online，worker 的 PLAN 是别的方案时，发出的信息里没有填报网址，与预告不同。`,
            `${en}; without online in its plan.yaml the messages of this plan name no page where the worker has another PLAN, and differ from the preview.`,
          ),
        )
      : ok('其他方案', said(zh, en)),
  ];
}
