/** Rules between the values of a plan and its policy (docs/rules.md, rules 4, 7 and 8). */

import type { Addressing, Channel, Policy, Slot, StepPolicy } from '../../domain/plan/policy.ts';
import type { PlanSettings } from './plan-schema.ts';

type Path = readonly (string | number)[];
/** A rule that the plan breaks. */
type Broken = {
  readonly path: Path;
  readonly value: unknown;
  readonly message: string;
  readonly remedy: string;
};

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

/** Steps are in the order of their time, and no two have the same. */
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

/** The contact check comes before the notice. */
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

const DAYS: Readonly<Record<StepPolicy['kind'], 'before' | 'on' | 'after'>> = {
  notice: 'before',
  reminder: 'before',
  due: 'on',
  chase: 'after',
  press: 'after',
  supervise: 'after',
};
const DAYS_ALLOWED = {
  before: { is: (days: number) => days < 0, words: '截止日之前，天数为负' },
  on: { is: (days: number) => days === 0, words: '截止日当天，天数为 0' },
  after: { is: (days: number) => days > 0, words: '截止日之后，天数为正' },
} as const;

function brokenStep(policy: Policy, step: StepPolicy, index: number): Broken[] {
  const path = ['policy', 'steps', index];
  const broken: Broken[] = [
    ...brokenTime(policy, [...path, 'at'], step.at),
    ...step.to.flatMap((to, place) => brokenAddressing(to, [...path, 'to', place])),
  ];
  const allowed = DAYS_ALLOWED[DAYS[step.kind]];
  if (!allowed.is(step.days)) {
    broken.push({
      path: [...path, 'days'],
      value: step.days,
      message: `节点 ${step.kind} 的天数是 ${step.days}；它应在${allowed.words}。`,
      remedy: '请改正天数，或换成相应种类的节点。',
    });
  }
  if (step.repeatEvery !== undefined && step.days <= 0) {
    broken.push({
      path: [...path, 'repeatEvery'],
      value: step.repeatEvery,
      message: '只有截止日之后的节点可以重复。',
      remedy: '请删去 repeatEvery。',
    });
  }
  return broken;
}

/** The channels of a slot: no SMS to leaders, and a slip only to the office that may issue it. */
const CHANNELS: Readonly<Record<Slot, readonly Channel[]>> = {
  liaison: ['email', 'sms'],
  deputy: ['email', 'sms'],
  leader: ['email', 'letter'],
  officer: ['email', 'task'],
  office: ['slip', 'task'],
};
const DOCUMENTS: readonly Channel[] = ['letter', 'slip'];

function brokenAddressing(to: Addressing, path: Path): Broken[] {
  const allowed = CHANNELS[to.slot];
  const broken: Broken[] = to.channels
    .filter((channel) => !allowed.includes(channel))
    .map((channel) => ({
      path: [...path, 'channels'],
      value: channel,
      message: `对象 ${to.slot} 不能用渠道 ${channel}；可用：${allowed.join('、')}。`,
      remedy: '请改正渠道或对象。',
    }));
  const needsRelease = to.slot === 'leader' || to.channels.some((one) => DOCUMENTS.includes(one));
  if (needsRelease && to.release === 'automatic') {
    broken.push({
      path: [...path, 'release'],
      value: to.release,
      message: '给领导的信息、催办函和督办单须经人工放行。',
      remedy: '请把 release 写成 held。',
    });
  }
  return broken;
}

function brokenTime({ window }: Policy, path: Path, at: StepPolicy['at']): Broken[] {
  if (window.some(({ from, to }) => from <= at && at < to)) return [];
  const windows = window.map(({ from, to }) => `${from}–${to}`).join('、');
  return [
    {
      path,
      value: at,
      message: `时刻 ${at} 不在发送时段 ${windows} 内。`,
      remedy: '请改成时段内的时刻，或放宽 policy.window。',
    },
  ];
}
