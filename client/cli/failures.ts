/** cuibao failures | resend: deliveries that failed, and sending one again to the address that is registered now. */

import { CHANNEL, DELIVERY, KIND, SLOT } from '../../domain/field-words.ts';
import { Problem } from '../../domain/problem.ts';
import type { Zone } from '../../domain/time/time.ts';
import { type FailedDelivery, readFailedDeliveries } from '../../store/read/deliveries.ts';
import { onObligation } from '../command.ts';
import { failureInWords } from '../failure-words.ts';
import { type Context, withPlan } from './context.ts';
import { type ActOptions, answer, wishOf } from './terminal/answer.ts';
import { say, sayJson } from './terminal/say.ts';
import { shortNumber } from './terminal/short-number.ts';
import { table } from './terminal/table.ts';
import { shortMoment } from './terminal/time.ts';

export const listFailures = (context: Context, { json }: { json?: true }): Promise<void> =>
  withPlan(context, async ({ pool, plan, rules: { zone } }) => {
    const failed = await readFailedDeliveries(pool, plan.id);
    if (json) return sayJson(failed.map((one) => inJson(one, zone)));
    if (failed.length === 0) return say('没有送达失败的信息。');
    const columns = [
      { title: '编号', width: 8 },
      { title: '时间', width: 13 },
      { title: '单位', width: 14 },
      { title: '信息', width: 26 },
      { title: '结果', width: 40 },
    ];
    say(
      table(
        columns,
        failed.map((one) => [
          shortNumber(one.key),
          shortMoment(one.at, zone),
          one.obligation === null ? plan.bureau.name : one.unitName,
          `${KIND[one.kind]} ${SLOT[one.slot]} ${CHANNEL[one.channel]}`,
          outcomeOf(one),
        ]),
      ),
    );
  });

/** `reason` as recorded, `why` in words. */
const inJson = (one: FailedDelivery, zone: Zone) => ({
  number: shortNumber(one.key),
  ...one,
  at: zone.iso(one.at),
  why: one.reason && failureInWords(one.reason),
});

const outcomeOf = ({ state, reason, reachedSince, followedBy }: FailedDelivery): string =>
  [
    state === 'failed for now' ? '暂未发出，将重试' : DELIVERY[state],
    reason === null ? '' : `：${failureInWords(reason)}`,
    followedBy === null ? '' : `；${insteadOf(followedBy)}`,
    reachedSince ? '（后来已送达）' : '',
  ].join('');

const insteadOf = ({ slot, channel, state }: NonNullable<FailedDelivery['followedBy']>): string =>
  channel === 'task'
    ? '已列为经办人员的待办'
    : `改送${SLOT[slot]} ${CHANNEL[channel]} ${DELIVERY[state]}`;

export const resend = (context: Context, number: string, options: ActOptions): Promise<void> =>
  withPlan(context, async (deps) => {
    const failed = await readFailedDeliveries(deps.pool, deps.plan.id);
    const wanted = number.trim();
    const found = failed.find(
      ({ key }) => key === wanted || shortNumber(key) === wanted.toLowerCase(),
    );
    if (!found) {
      throw new Problem(
        'not_found',
        `没有编号为“${number}”的失败投递；用 cuibao failures 查看现有的。`,
      );
    }
    if (found.obligation === null) {
      throw new Problem(
        'refused',
        `“${number}”是发给${deps.plan.bureau.name}自己的，不补发：下一次告知会说到最新情况。工作群的话可用 cuibao group-text 取出后自行粘贴。`,
      );
    }
    const act = { kind: 'resend', delivery: found.key } as const;
    const wish = wishOf(deps, 'bureau', options);
    answer(await onObligation(deps, wish, found.obligation, act), deps.rules.zone, options);
  });
