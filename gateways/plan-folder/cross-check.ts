/** Checks between the files of a plan folder, made when each of them is right by itself. */
import { CONTACT_ROLE } from '../../domain/field-words.ts';
import { OWN_ROLES } from '../../domain/people/roles.ts';
import { owed } from '../../domain/plan/owed.ts';
import type { Plan, Unit } from '../../domain/plan/plan.ts';
import { answeringOn, findUnit, leadNames } from '../../domain/plan/roster.ts';
import { label, nominalDue, periodsOfPlan } from '../../domain/time/period.ts';
import { type FolderProblem, reportInto } from './folder-problem.ts';

export function crossCheck(plan: Plan): FolderProblem[] {
  const problems: FolderProblem[] = [];
  checkBureau(plan, problems);
  checkTownItems(plan, problems);
  checkLeads(plan, problems);
  checkLiaisons(plan, problems);
  return problems;
}

function checkBureau(plan: Plan, problems: FolderProblem[]): void {
  const { unit } = plan.bureau;
  if (!plan.units.some(({ code }) => code === unit)) {
    reportInto(problems, 'plan.yaml')(
      { cell: 'bureau.unit', value: unit },
      `汇总单位的代码“${unit}”不在名册里。`,
      '请填 units.csv 里的单位代码，或在 units.csv 里增加这个单位。',
    );
    return;
  }
  const report = reportInto(problems, 'contacts.csv');
  for (const contact of plan.contacts) {
    if (contact.unit === unit || !OWN_ROLES.includes(contact.role)) continue;
    report(
      { cell: 'role', value: contact.name },
      `“${contact.name}”（${contact.unit}）的角色是${CONTACT_ROLE[contact.role]}，这个角色只属于汇总单位 ${unit}。`,
      '请改正单位或角色。',
    );
  }
  if (!plan.contacts.some((contact) => contact.unit === unit && contact.role === 'officer')) {
    report(
      { cell: 'role', value: unit },
      `汇总单位 ${unit} 没有经办人，需要人工办理的事没有人收到。`,
      '请增加一行，role 填 officer。',
    );
  }
}

function checkTownItems(plan: Plan, problems: FolderProblem[]): void {
  for (const [index, no] of plan.townItems.entries()) {
    if (plan.items.some((item) => item.no === no)) continue;
    reportInto(problems, 'plan.yaml')(
      { cell: `townItems[${index}]`, value: String(no) },
      `任务表里没有第 ${no} 项，最后一项是第 ${plan.items.at(-1)?.no ?? 0} 项。`,
      '请改正编号，或从 townItems 中删去。',
    );
  }
}

/** Nobody would report the items of a lead unit that ends without a successor. */
function checkLeads(plan: Plan, problems: FolderProblem[]): void {
  for (const name of leadNames(plan)) {
    const unit = findUnit(plan, name);
    const orphaned = periodsOfPlan(plan).find(
      (period) => !answeringOn(plan, unit, nominalDue(period, plan.deadlines)),
    );
    if (!orphaned) continue;
    reportInto(problems, 'units.csv')(
      { cell: 'successor', value: unit.code },
      `牵头单位“${unit.name}”在${label(orphaned)}的截止日不存在，也没有接替单位，它牵头的事项无人报送。`,
      '请填上接替单位，或改正起止日期。',
    );
  }
}

function checkLiaisons(plan: Plan, problems: FolderProblem[]): void {
  const owing = new Map<string, Unit>();
  for (const period of periodsOfPlan(plan)) {
    for (const { unit } of owed(plan, period)) owing.set(unit.code, unit);
  }
  for (const { code, name } of owing.values()) {
    if (plan.contacts.some(({ unit, role }) => unit === code && role === 'liaison')) continue;
    reportInto(problems, 'contacts.csv')(
      { cell: 'role', value: code },
      `单位“${name}”要报送，却没有联络员，通知和提醒送不到。`,
      `请增加一行：unit 填 ${code}，role 填 liaison。`,
    );
  }
}
