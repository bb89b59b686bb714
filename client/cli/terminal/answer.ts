/** Prints the outcome of a command: its sentence, and for a report the receipt number. */
import type { Actor, Outcome } from '../../../domain/command.ts';
import { Problem } from '../../../domain/problem.ts';
import type { Zone } from '../../../domain/time/time.ts';
import type { Wish } from '../../command.ts';
import type { Deps } from '../context.ts';
import { say, sayJson } from './say.ts';
import { moment } from './time.ts';

export type ActOptions = {
  readonly as?: string | undefined;
  readonly id?: string | undefined;
  readonly json?: true | undefined;
};

/** @param unitName the actor's name when a unit acts and `--as` is missing */
export function wishOf(
  { plan }: Pick<Deps, 'plan'>,
  kind: Actor['kind'],
  { as: name, id }: ActOptions,
  unitName = '',
): Wish {
  const usual = {
    unit: unitName,
    bureau: plan.bureau.person,
    administrator: '管理员',
    system: '系统',
  };
  return { actor: { kind, name: name ?? usual[kind] }, id };
}

/** @throws Problem with the refusal's code and sentence; with `--json` the refusal is printed instead and sets exit code 1 */
export function answer(outcome: Outcome, zone: Zone, { json }: ActOptions): void {
  if (json) {
    answerJson(outcome, zone);
    return;
  }
  if (!outcome.ok) throw new Problem(outcome.code, outcome.message);
  say(outcome.message);
  if (outcome.receipt === undefined) return;
  say(`回执号：${outcome.receipt}`);
  say(
    `受理时间：${moment(outcome.receivedAt, zone)}${outcome.late ? '（首次报送已过期限，计为迟报）' : ''}`,
  );
  if (outcome.outstanding !== undefined) say(`本期还有${outcome.outstanding}个单位未报。`);
}

function answerJson(outcome: Outcome, zone: Zone): void {
  if (!outcome.ok) process.exitCode = 1;
  sayJson(outcome.ok ? { ...outcome, receivedAt: zone.iso(outcome.receivedAt) } : outcome);
}
