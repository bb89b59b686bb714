/** cuibao tasks: what an officer has to do. */

import type { DocumentText } from '../../domain/delivery/message-text.ts';
import type { ObligationAct } from '../../domain/obligation/act.ts';
import { partsOf } from '../../domain/obligation/obligation.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { Problem } from '../../domain/problem.ts';
import { periodInPlan } from '../../domain/time/period.ts';
import type { Zone } from '../../domain/time/time.ts';
import { type HeldDocument, heldDocuments, openTasks, type Task } from '../../store/read/tasks.ts';
import { onObligation } from '../command.ts';
import { type Context, inOffice, type Office } from './context.ts';
import { type ActOptions, answer, wishOf } from './terminal/answer.ts';
import { say, sayJson } from './terminal/say.ts';
import { shortNumber } from './terminal/short-number.ts';
import { table } from './terminal/table.ts';
import { shortMoment } from './terminal/time.ts';

const KINDS = {
  call: '致电',
  release: '审发',
  unreachable: '核实联系方式',
  unknown: '核实是否送达',
  resubmission: '跟进补充',
  extension: '批复延期申请',
  contacts: '核对联络员',
} as const;

type Options = { json?: true; texts?: true };

export const showTasks = (
  context: Context,
  periodText: string | undefined,
  { json, texts }: Options,
): Promise<void> =>
  inOffice(context, async ({ plan, pool, rules }) => {
    const period = periodText === undefined ? undefined : periodInPlan(plan, periodText);
    const tasks = await openTasks(pool, plan.id, period);
    if (json) return sayJson(tasks.map((task) => taskJson(task, plan, rules.zone)));
    sayTasks(tasks, rules.zone);
    if (texts) for (const held of await heldDocuments(pool, plan.id, period)) say(fullText(held));
  });

function sayTasks(tasks: readonly Task[], zone: Zone): void {
  say(tasks.length === 0 ? '没有待办。' : taskTable(tasks, zone));
  if (!tasks.some((task) => task.kind === 'release')) return;
  say(
    '\n审发：cuibao release <编号>；不发：cuibao dismiss <编号> --reason 原因；看全文：加 --texts',
  );
}

/** The stable contract: docs/cli.md. */
function taskJson(task: Task, plan: Plan, zone: Zone) {
  const { unit } = partsOf(task.obligation ?? '');
  return {
    number: task.delivery === null ? null : shortNumber(task.delivery),
    period: partsOf(task.round).period,
    unit: unit === '' ? null : unit,
    unitName: plan.units.find(({ code }) => code === unit)?.name ?? null,
    kind: task.kind,
    delivery: task.delivery,
    text: task.text,
    since: zone.iso(task.since),
  };
}

const taskTable = (tasks: readonly Task[], zone: Zone): string =>
  table(
    [
      { title: '编号', width: 8 },
      { title: '报送期', width: 8 },
      { title: '自', width: 13 },
      { title: '事项', width: 14 },
      { title: '内容', width: 56 },
    ],
    tasks.map((task) => [
      task.delivery === null ? '' : shortNumber(task.delivery),
      partsOf(task.round).period,
      shortMoment(task.since, zone),
      KINDS[task.kind],
      task.text,
    ]),
  );

const fullText = ({ key, unitName, content }: HeldDocument): string =>
  `\n── ${shortNumber(key)} ${unitName}\n${documentText(content)}`;

const documentText = ({ title, addressee, paragraphs, signature, date }: DocumentText): string =>
  [title, `${addressee}：`, ...paragraphs, signature, date].join('\n');

/** cuibao release | dismiss: a person decides about a letter or slip that was prepared and held. */
export const release = (context: Context, number: string, options: ActOptions): Promise<void> =>
  decide(context, number, options, (delivery) => ({ kind: 'release', delivery }));

export const dismiss = (
  context: Context,
  number: string,
  options: ActOptions & { reason: string },
): Promise<void> =>
  decide(context, number, options, (delivery) => ({
    kind: 'dismiss',
    delivery,
    reason: options.reason,
  }));

const decide = (
  context: Context,
  number: string,
  options: ActOptions,
  actOf: (delivery: string) => ObligationAct,
): Promise<void> =>
  inOffice(context, async (office) => {
    const { key, obligation } = await find(office, number.trim());
    const wish = wishOf(office, 'bureau', options);
    answer(await onObligation(office, wish, obligation, actOf(key)), office.rules.zone, options);
  });

/** A full key needs no search: what became of it meanwhile is for the record to say. */
async function find(
  { pool, plan }: Office,
  number: string,
): Promise<Pick<HeldDocument, 'key' | 'obligation'>> {
  const [obligation] = number.split('#');
  if (number.includes('#') && obligation) return { key: number, obligation };
  const held = await heldDocuments(pool, plan.id);
  const found = held.filter(({ key }) => shortNumber(key) === number.toLowerCase());
  const [only] = found;
  if (only && found.length === 1) return only;
  if (found.length > 1) {
    const keys = found.map(({ key }) => `  ${key}`).join('\n');
    throw new Problem('invalid', `编号“${number}”对应多件文稿，请改用完整编号：\n${keys}`);
  }
  throw new Problem('not_found', `没有编号为“${number}”的待审发文稿；用 cuibao tasks 查看现有的。`);
}
