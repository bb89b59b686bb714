/** What must hold within one step of a policy, and for every time of day in it. Rules: docs/rules.md, 4 and 8. */
import type { Addressing, Channel, Policy, Slot, StepPolicy } from '../../domain/plan/policy.ts';

type Path = readonly (string | number)[];
export type Broken = {
  readonly path: Path;
  readonly value: unknown;
  readonly message: string;
  readonly remedy: string;
};

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

export function brokenStep(policy: Policy, step: StepPolicy, index: number): Broken[] {
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

/** Which channels a slot may have; no SMS to leaders, a slip only to the office that may issue it. */
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

export function brokenTime({ window }: Policy, path: Path, at: StepPolicy['at']): Broken[] {
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
