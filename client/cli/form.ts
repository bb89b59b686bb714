/** cuibao form: a prefilled report to edit and submit; from the database if there is one, otherwise from the plan folder. */

import { writeFile } from 'node:fs/promises';
import { type Obligation, roundId } from '../../domain/obligation/obligation.ts';
import type { Form } from '../../domain/obligation/report-form.ts';
import { findUnit } from '../../domain/plan/roster.ts';
import { Problem } from '../../domain/problem.ts';
import { newObligations } from '../../domain/round/new-obligations.ts';
import { roundDates } from '../../domain/round/round-dates.ts';
import { nominalDue, type Period, periodInPlan } from '../../domain/time/period.ts';
import { shippedCalendar } from '../../gateways/calendar/holidays.ts';
import { formXlsx } from '../../gateways/documents/form-xlsx.ts';
import { formJson } from '../../gateways/report-file/json.ts';
import { findObligation } from '../../store/read/obligations.ts';
import { type Rules, rulesOf } from '../../store/read/plans.ts';
import { obligationOf } from '../command.ts';
import { formFromRecord, startedForm } from '../report-form.ts';
import { type Context, type WhichUnit, withPlan } from './context.ts';
import { readPlan } from './plan/folder.ts';
import { say } from './terminal/say.ts';

export async function makeForm(
  context: Context,
  which: WhichUnit,
  { output }: { output?: string },
): Promise<void> {
  const isExcel = output?.toLowerCase().endsWith('.xlsx') === true;
  if (output !== undefined && !isExcel && !output.toLowerCase().endsWith('.json')) {
    throw new Problem('invalid', `报送表只能写成 .json 或 .xlsx 文件，不能是“${output}”。`);
  }
  const { DATABASE_URL } = await context.settings();
  const form =
    DATABASE_URL === undefined
      ? await formFromFolder(context, which)
      : await formFromDatabase(context, which);
  if (output === undefined) {
    process.stdout.write(formJson(form));
    return;
  }
  await writeFile(output, isExcel ? await formXlsx(form) : formJson(form)).catch(
    (error: NodeJS.ErrnoException) => {
      throw new Problem('invalid', `写不了文件“${output}”（${error.code}）；请换一个位置。`);
    },
  );
  say(
    `${form.title}（${form.unit.name}）已写入 ${output}；改好后用 cuibao submit ${which.period} ${form.unit.code} ${output} 报送。`,
  );
}

async function formFromFolder(context: Context, { period: text, unit }: WhichUnit): Promise<Form> {
  const plan = await readPlan(context, undefined);
  const period = periodInPlan(plan, text);
  const rules = rulesOf(plan, shippedCalendar());
  const obligation = expected(rules, period, findUnit(plan, unit).code);
  const start = { last: null, current: null, contacts: plan.contacts };
  return startedForm(rules, period, obligation, start);
}

const formFromDatabase = (context: Context, { period: text, unit }: WhichUnit): Promise<Form> =>
  withPlan(context, async ({ plan, pool, rules }) => {
    const period = periodInPlan(plan, text);
    const { id, unit: of } = obligationOf(plan, period, unit);
    const obligation = (await findObligation(pool, id)) ?? expected(rules, period, of.code);
    return formFromRecord(pool, rules, obligation);
  });

/** The obligation as it will be when the round opens. */
function expected(rules: Rules, period: Period, unit: string): Obligation {
  const { plan } = rules;
  const { due } = roundDates(rules, nominalDue(period, plan.deadlines));
  const all = newObligations(plan, { id: roundId(plan.id, period), period, due });
  const found = all.find((obligation) => obligation.unit === unit);
  if (found) return found;
  const name = plan.units.find(({ code }) => code === unit)?.name ?? unit;
  throw new Problem(
    'not_found',
    `${name}在 ${period} 不需报送；应报单位见 cuibao plan owes ${period}。`,
  );
}
