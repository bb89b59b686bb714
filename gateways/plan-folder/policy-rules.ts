/** What must hold between the values of a policy. Rules: docs/rules.md, 4, 7 and 8. */
import type { Policy, StepPolicy } from '../../domain/plan/policy.ts';
import type { PlanSettings } from './plan-schema.ts';
import { type Broken, brokenStep, brokenTime } from './step-rules.ts';

export function brokenRules(plan: PlanSettings): Broken[] {
  const { policy } = plan;
  return [
    ...brokenValidity(plan),
    ...brokenWindow(policy),
    ...policy.steps.flatMap((step, index) => brokenStep(policy, step, index)),
    ...brokenOrder(policy),
    ...brokenCompile(policy),
    ...brokenTime(policy, ['policy', 'callListAt'], policy.callListAt),
    ...(policy.digestAt === undefined
      ? []
      : brokenTime(policy, ['policy', 'digestAt'], policy.digestAt)),
    ...brokenContactCheck(policy),
  ];
}

const brokenValidity = ({ validFrom, validTo }: PlanSettings): Broken[] =>
  validFrom < validTo
    ? []
    : [
        {
          path: ['validTo'],
          value: validTo,
          message: `方案止于 ${validTo}，不晚于起始日 ${validFrom}。`,
          remedy: '请改正其中一个日期。',
        },
      ];

function brokenWindow({ window }: Policy): Broken[] {
  return window.flatMap(({ from, to }, index) => {
    const before = window[index - 1];
    const path = ['policy', 'window', index];
    const remedy = '各时段按先后排列，互不重叠，起早于止。';
    if (from >= to) {
      return [{ path, value: from, message: `发送时段 ${from}–${to} 的起点不早于终点。`, remedy }];
    }
    if (before && from < before.to) {
      const message = `发送时段 ${from}–${to} 与前一时段 ${before.from}–${before.to} 重叠或次序颠倒。`;
      return [{ path, value: from, message, remedy }];
    }
    return [];
  });
}

/** The ladder is written as it is climbed, and no two of its steps fall together. */
function brokenOrder({ steps }: Policy): Broken[] {
  const rank = ({ days, at }: StepPolicy) => `${String(days + 1000).padStart(4, '0')} ${at}`;
  return steps.flatMap((step, index) => {
    const before = steps[index - 1];
    if (!before || rank(before) < rank(step)) return [];
    return [
      {
        path: ['policy', 'steps', index],
        value: step.days,
        message: `节点 ${step.kind}（${step.days} 天，${step.at}）不晚于前一个节点 ${before.kind}（${before.days} 天，${before.at}）。`,
        remedy: '请按时间先后排列节点，两个节点不同时。',
      },
    ];
  });
}

/** Asked before the notice goes out, or not at all. */
function brokenContactCheck(policy: Policy): Broken[] {
  const { contactCheck, steps } = policy;
  if (contactCheck === undefined) return [];
  const path = ['policy', 'contactCheck'];
  const notice = steps.find(({ kind }) => kind === 'notice');
  const isBefore = notice?.count !== 'workdays' || contactCheck.days < notice.days;
  const late = {
    path: [...path, 'days'],
    value: contactCheck.days,
    message: `核对联络员（${contactCheck.days} 天）不早于报送通知（${notice?.days} 天）。`,
    remedy: '请把天数改小（更早），留出答复的时间。',
  };
  return [...brokenTime(policy, [...path, 'at'], contactCheck.at), ...(isBefore ? [] : [late])];
}

const brokenCompile = ({ compile }: Policy): Broken[] =>
  compile.draftAfterWorkdays < compile.afterWorkdays
    ? []
    : [
        {
          path: ['policy', 'compile', 'draftAfterWorkdays'],
          value: compile.draftAfterWorkdays,
          message: `初稿（T+${compile.draftAfterWorkdays}）不早于汇总日（T+${compile.afterWorkdays}）。`,
          remedy: '请把 draftAfterWorkdays 改小，或把 afterWorkdays 改大。',
        },
      ];
