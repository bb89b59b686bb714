/** What really was sent: the record of the sandbox, which is never killed. */
import type { MailSummary } from '../../sandbox/mail.tsx';
import type { Said } from '../../sandbox/robot.tsx';
import type { KeptSms } from '../../sandbox/sms.tsx';
import type { Outage } from './blows.ts';

export type Outside = {
  readonly mails: readonly MailSummary[];
  readonly sms: readonly KeptSms[];
  /** Posts of the robot to the work group; they have a text and no key. */
  readonly robot: readonly Said[];
};

export async function readOutside(url: string): Promise<Outside> {
  const ask = async (path: string) => (await fetch(new URL(path, url))).json() as Promise<unknown>;
  return {
    mails: (await ask('/api/mails')) as MailSummary[],
    sms: (await ask('/api/sms')) as KeptSms[],
    robot: (await ask('/api/robot')) as Said[],
  };
}

/** The same reference handed in twice, or the same text sent twice to the same number. */
export function repeatedSms({ sms }: Outside): string[] {
  const again = sms.flatMap(({ to, repeated }) => repeated.map((at) => `${to}：${at} 又交来一次`));
  const groups = grouped(sms, ({ to, text }) => `${to}：${text}`);
  const same = [...groups].filter(([, group]) => group.length > 1).map(([what]) => what);
  return [...again, ...same];
}

export type RepeatedMails = {
  /** Repeated under one Message-ID, with an outage between the two. */
  readonly explained: number;
  readonly unexplained: readonly string[];
};

/** A mail may arrive twice only when an outage fell between sending and settling. */
export function repeatedMails({ mails }: Outside, outages: readonly Outage[]): RepeatedMails {
  const pairs = [...grouped(mails, ({ messageId }) => messageId).values()].flatMap(pairsOf);
  const unexplained = pairs.filter(([first, again]) => !isExplained(first, again, outages));
  return {
    explained: pairs.length - unexplained.length,
    unexplained: unexplained.map(([, { toShown, subject }]) => `${toShown}：${subject}`),
  };
}

function pairsOf(group: readonly MailSummary[]): [MailSummary, MailSummary][] {
  const inOrder = group.toSorted((a, b) => a.seq - b.seq);
  return inOrder.slice(1).map((again, i) => [inOrder[i] ?? again, again]);
}

const isExplained = (first: MailSummary, again: MailSummary, outages: readonly Outage[]) =>
  outages.some(
    ({ from, to }) => to > Date.parse(first.receivedAt) && from < Date.parse(again.receivedAt),
  );

function grouped<T>(all: readonly T[], by: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(by(one), [...(groups.get(by(one)) ?? []), one]);
  return groups;
}
