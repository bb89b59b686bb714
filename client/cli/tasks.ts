/** cuibao tasks: what an officer has to do. */

import { type HeldText, isDocument } from '../../domain/delivery/message-text.ts';
import { partsOf } from '../../domain/obligation/obligation.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { periodInPlan } from '../../domain/time/period.ts';
import type { Zone } from '../../domain/time/time.ts';
import { type HeldDocument, heldDocuments, openTasks, type Task } from '../../store/read/tasks.ts';
import { type Context, withPlan } from './context.ts';
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
  withPlan(context, async ({ plan, pool, rules }) => {
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
  `\n── ${shortNumber(key)} ${unitName}\n${heldText(content)}`;

function heldText(held: HeldText): string {
  if (!isDocument(held)) return [held.subject, held.text].filter(Boolean).join('\n');
  const { title, addressee, paragraphs, signature, date } = held;
  return [title, `${addressee}：`, ...paragraphs, signature, date].join('\n');
}
