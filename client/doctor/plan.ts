/** The plan in force: steps unaccounted for, units that nothing can reach, years without a published calendar. */
import { isOutstanding } from '../../domain/obligation.ts';
import type { Contact, Plan } from '../../domain/plan.ts';
import { MINUTE, type Now, plus, SECOND } from '../../domain/time.ts';
import { findUnaccounted } from '../../store/audit.ts';
import { readObligations } from '../../store/obligations.ts';
import { readContacts } from '../../store/plans.ts';
import type { Pool } from '../../store/pool.ts';
import { roundsOfPlan } from '../../store/rounds.ts';
import type { Rules } from '../../store/rules.ts';
import { type Finding, failed, few, ok, warning } from './finding.ts';

/** What is due in this very moment may still be on its way. */
const GRACE = 10 * MINUTE;

/** What the checks are asked with. */
export type Asked = {
  readonly pool: Pool;
  readonly plan: Plan;
  readonly rules: Rules;
  readonly now: Now;
};

export const checkPlan = async (office: Asked): Promise<Finding[]> => [
  ok('方案', `${office.plan.id}，《${office.plan.title}》`),
  await checkSteps(office),
  await checkContacts(office),
  await checkCalendar(office),
];

async function checkSteps({ pool, now }: Asked): Promise<Finding> {
  const left = await findUnaccounted(pool, plus(await now(), -GRACE), { commitMs: 5 * SECOND });
  return left.length === 0
    ? ok('节点', '到期的都已发出或说明原因')
    : failed('节点', `没有交代的${left.length}处：${few(left)}`);
}

async function checkContacts({ pool, plan }: Asked): Promise<Finding> {
  const contacts = await readContacts(pool, plan.id);
  const open = (await roundsOfPlan(pool, plan.id)).filter(({ phase }) => phase === 'open');
  const owing = (await Promise.all(open.map(({ id }) => readObligations(pool, id)))).flat();
  const silent = owing
    .filter((o) => !o.own && isOutstanding(o.state) && !isReachable(contacts, o.unit))
    .map((o) => o.unitName);
  return silent.length === 0
    ? ok('联系人', '未报单位都有邮箱或手机')
    : warning(
        '联系人',
        `联系不上：${few([...new Set(silent)])}；请在 contacts.csv 里补全后 plan import。`,
      );
}

const isReachable = (contacts: readonly Contact[], unit: string): boolean =>
  contacts.some(
    ({ unit: of, role, email, mobile }) =>
      of === unit && (role === 'liaison' || role === 'deputy') && (email ?? mobile) !== null,
  );

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
        `${missing.join('、')}年的放假通知不在日历里，按周末推算；公布后用 plan import --calendar 导入。`,
      );
}
