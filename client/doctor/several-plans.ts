/** Other plans in the same database: what the worker may not know of this one. */
import type { Plan } from '../../domain/plan/plan.ts';
import type { Db } from '../../store/db/transaction.ts';
import { planIds } from '../../store/read/plans.ts';
import { type Finding, ok, said, warning } from '../bilingual.ts';

/** Nothing to say of a database with one plan. */
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
