/** The plan in force: steps unaccounted for, units that nothing can reach, years without a published calendar. */
import { isOutstanding } from '../../domain/obligation.ts';
import type { Contact, Plan } from '../../domain/plan.ts';
import type { Round } from '../../domain/round.ts';
import { HOUR, MINUTE, type Now, plus, SECOND } from '../../domain/time.ts';
import { findUnaccounted } from '../../store/audit.ts';
import { readObligations } from '../../store/obligations.ts';
import { readContacts } from '../../store/plans.ts';
import type { Pool } from '../../store/pool.ts';
import { roundsOfPlan } from '../../store/rounds.ts';
import type { Rules } from '../../store/rules.ts';
import { type Finding, failed, few, ok, warning } from './finding.ts';

/** What is due in this very moment may still be on its way. */
const GRACE = 10 * MINUTE;
/** A day, and what a busy one may take longer. */
const SEEN_WITHIN = 26 * HOUR;

/** What the checks are asked with. */
export type Asked = {
  readonly pool: Pool;
  readonly plan: Plan;
  readonly rules: Rules;
  readonly now: Now;
};

export const checkPlan = async (office: Asked): Promise<Finding[]> => [
  ok('方案', `${office.plan.id}，《${office.plan.title}》`),
  await checkWorkflows(office),
  await checkSteps(office),
  await checkContacts(office),
  await checkCalendar(office),
];

async function checkSteps({ pool, now }: Asked): Promise<Finding> {
  const left = await findUnaccounted(pool, plus(await now(), -GRACE), { commitMs: 5 * SECOND });
  return left.length === 0
    ? ok('节点', '到期的都已发出或说明原因')
    : failed('节点', `没有交代的${left.length}处：${few(left)}`, left);
}

async function checkContacts({ pool, plan }: Asked): Promise<Finding> {
  const contacts = await readContacts(pool, plan.id);
  const open = (await roundsOfPlan(pool, plan.id)).filter(({ phase }) => phase === 'open');
  const owing = (await Promise.all(open.map(({ id }) => readObligations(pool, id)))).flat();
  const reachable = reachableUnits(contacts);
  const silent = owing
    .filter((o) => !o.own && isOutstanding(o.state) && !reachable.has(o.unit))
    .map((o) => o.unitName);
  const names = [...new Set(silent)];
  return silent.length === 0
    ? ok('联系人', '未报单位都有邮箱或手机')
    : warning(
        '联系人',
        `联系不上：${few(names)}；请在网页“管理 → 联系人”补全，或改好 contacts.csv 后 plan import。`,
        names,
      );
}

/** Units that a message reaches somehow: through the liaison or the deputy. */
export const reachableUnits = (contacts: readonly Contact[]): Set<string> =>
  new Set(
    contacts
      .filter(({ role }) => role === 'liaison' || role === 'deputy')
      .filter(({ email, mobile }) => email !== null || mobile !== null)
      .map(({ unit }) => unit),
  );

/** A round's workflow looks at all of its units once a day; nothing is sent while it does not. */
async function checkWorkflows({ pool, plan, rules, now }: Asked): Promise<Finding> {
  const since = plus(await now(), -SEEN_WITHIN);
  const open = (await roundsOfPlan(pool, plan.id)).filter(({ phase }) => phase === 'open');
  const seen = ({ mendedAt }: Round) =>
    mendedAt === null ? '尚未' : `${rules.zone.dayOf(mendedAt)} ${rules.zone.timeOf(mendedAt)}`;
  const lines = open.map((round) => `${round.period} ${seen(round)}`);
  if (open.every(({ mendedAt }) => mendedAt !== null && mendedAt >= since)) {
    return ok('流程', open.length === 0 ? '没有办理中的批次' : `最近一次巡查：${lines.join('、')}`);
  }
  return warning(
    '流程',
    `流程每天巡查一次，最近一次：${lines.join('、')}；请检查 worker 和 Temporal 是否在运行。`,
  );
}

/** The year the plan's time is in, and every year with a round that is planned or open. */
async function checkCalendar({ pool, plan, rules, now }: Asked): Promise<Finding> {
  const { calendar, zone } = rules;
  const rounds = (await roundsOfPlan(pool, plan.id)).filter(
    ({ phase }) => phase === 'planned' || phase === 'open',
  );
  const days = [zone.dayOf(await now()), ...rounds.map(({ due }) => due.nominal)];
  const years = [...new Set(days.map((day) => Number(day.slice(0, 4))))].sort((a, b) => a - b);
  const missing = years.filter((year) => !calendar.years.includes(year));
  return missing.length === 0
    ? ok('工作日历', `${calendar.version}，${years.join('、')}年已公布`)
    : warning(
        '工作日历',
        `${missing.join('、')}年的放假通知不在日历里，按周末推算；公布后在网页“管理 → 方案和日历”导入，或 plan import --calendar。`,
      );
}
