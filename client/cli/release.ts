/** cuibao release | dismiss: a person decides about a letter or slip that was prepared and held. */
import type { ObligationAct } from '../../domain/obligation/act.ts';
import { Problem } from '../../domain/problem.ts';
import { type HeldDocument, heldDocuments } from '../../store/read/tasks.ts';
import { onObligation } from '../command.ts';
import { type Context, type Deps, withPlan } from './context.ts';
import { type ActOptions, answer, wishOf } from './terminal/answer.ts';
import { shortNumber } from './terminal/short-number.ts';

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
  withPlan(context, async (deps) => {
    const { key, obligation } = await find(deps, number.trim());
    const wish = wishOf(deps, 'bureau', options);
    answer(await onObligation(deps, wish, obligation, actOf(key)), deps.rules.zone, options);
  });

/** A full key is taken as it is: the command refuses it when the document is no longer held. */
async function find(
  { pool, plan }: Deps,
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
