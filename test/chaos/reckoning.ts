/**
 * The counts after a run. Each is a list of sentences that say where to look; all but the allowed ones must be empty.
 */

import { DAY, instant, timeOfDay } from '../../domain/time/time.ts';
import { zone } from '../../domain/time/zone.ts';
import { reference } from '../../gateways/gateway.ts';
import type { Db } from '../../store/db/pool.ts';
import { brokenEntry, canonical } from '../../store/read/trail.ts';
import { findUnaccounted } from '../../store/read/unaccounted.ts';
import type { Outage } from './blows.ts';
import { DUE_ON } from './compressed-plan.ts';
import { type Outside, repeatedMails, repeatedSms } from './outside.ts';
import type { Answered } from './people.ts';
import { claimedAfterArrival } from './witness.ts';

export type Counts = {
  readonly submissionsLost: readonly string[];
  readonly commandsNotInRecord: readonly string[];
  readonly stepsUnaccounted: readonly string[];
  readonly messagesAstray: readonly string[];
  readonly claimedAfterArrival: readonly string[];
  readonly smsRepeated: readonly string[];
  readonly mailsRepeatedUnexplained: readonly string[];
  readonly chainBroken: readonly string[];
  readonly outstandingWrong: readonly string[];
};
export type Reckoning = { readonly counts: Counts; readonly mailsRepeated: number };

export async function reckon(
  db: Db,
  answered: readonly Answered[],
  outside: Outside,
  outages: readonly Outage[],
): Promise<Reckoning> {
  const repeated = repeatedMails(outside, outages);
  return {
    mailsRepeated: repeated.explained,
    counts: {
      submissionsLost: await submissionsLost(db, answered),
      commandsNotInRecord: await commandsNotInRecord(db, answered),
      stepsUnaccounted: await stepsUnaccounted(db),
      messagesAstray: await messagesAstray(db, outside),
      claimedAfterArrival: await claimedAfterArrival(db),
      smsRepeated: repeatedSms(outside),
      mailsRepeatedUnexplained: repeated.unexplained,
      chainBroken: await chainBroken(db),
      outstandingWrong: await outstandingWrong(db),
    },
  };
}

/** Every report with a receipt number is stored once, word for word, and no other report is. */
async function submissionsLost(db: Db, answered: readonly Answered[]): Promise<string[]> {
  const { rows } = await db.query<{ command: string; report: unknown }>(
    `select command, report from submission`,
  );
  const kept = new Map(rows.map((row) => [row.command, canonical(row.report)]));
  const handedIn = answered.filter(
    ({ command: { act }, outcomes }) =>
      outcomes[0]?.ok && (act.kind === 'submit' || act.kind === 'record'),
  );
  const lost = handedIn
    .filter(({ command: { id, act } }) => 'report' in act && kept.get(id) !== canonical(act.report))
    .map(({ command }) => `${command.obligation}：操作 ${command.id} 的材料不在库中`);
  if (rows.length === handedIn.length) return lost;
  return [...lost, `收到${handedIn.length}份材料，库中有${rows.length}份`];
}

/** Every answer to a click equals the outcome in the record, and the state is that of the last answer. */
async function commandsNotInRecord(db: Db, answered: readonly Answered[]): Promise<string[]> {
  const { rows } = await db.query<{ id: string; outcome: unknown }>(
    `select id, outcome from command`,
  );
  const kept = new Map(rows.map((row) => [row.id, canonical(row.outcome)]));
  const differing = answered
    .filter(({ command, outcomes }) =>
      outcomes.some((outcome) => canonical(outcome) !== kept.get(command.id)),
    )
    .map(({ command }) => `${command.obligation}：${command.act.kind} ${command.id}`);
  return [...differing, ...(await statesNotAsAnswered(db, answered))];
}

async function statesNotAsAnswered(db: Db, answered: readonly Answered[]): Promise<string[]> {
  const { rows } = await db.query<{ id: string; state: string }>(
    `select id, state from obligation`,
  );
  const states = new Map(rows.map((row) => [row.id, row.state]));
  const last = new Map<string, string | undefined>();
  for (const { command, outcomes } of answered) {
    if (outcomes[0]?.ok) last.set(command.obligation, outcomes[0].state);
  }
  return [...last]
    .filter(([id, state]) => states.get(id) !== state)
    .map(([id, state]) => `${id}：最后答复为 ${state}，库中为 ${states.get(id)}`);
}

/** Asks the auditor about the next morning: every moment of the day has passed. */
async function stepsUnaccounted(db: Db): Promise<string[]> {
  const morning = instant(zone('Asia/Shanghai').at(DUE_ON, timeOfDay('24:00')) + 1);
  // The auditor orders claims and reports by receipt; witness.ts knows the order of commits.
  return findUnaccounted(db, morning, { commitMs: DAY });
}

type Kept = Readonly<Record<'key' | 'channel' | 'state' | 'text', string>> & {
  readonly carried: number;
};

/**
 * Every message that the record calls sent has arrived, and every message that arrived is in the record, once for each
 * delivery.
 */
async function messagesAstray(db: Db, { mails, sms, robot }: Outside): Promise<string[]> {
  const { rows } = await db.query<Kept>(
    `select m.key, m.channel, m.state, m.text, (select count(*) from delivery d where d.message = m.key) as carried from message m`,
  );
  const arrived = new Set([...mails, ...sms].map(({ key }) => key));
  const said = new Set(robot.map(({ text }) => text));
  const isOutside = ({ channel, key, text }: Kept) =>
    channel === 'robot' ? said.has(text) : arrived.has(reference(key));
  // An SMS carries the key's reference in the provider's field, a mail in its header.
  const known = new Map(rows.map((row) => [reference(row.key), row]));
  const settled = ['sent', 'unknown', 'sending', 'failed for now', 'given up'];
  return [
    ...rows
      .filter((kept) => kept.state === 'sent' && !isOutside(kept))
      .map(({ key }) => `${key}：记为已发，外面没有`),
    ...rows.filter(({ carried }) => carried === 0).map(({ key }) => `${key}：不属于任何投递`),
    ...[...arrived]
      .filter((key) => !settled.includes(known.get(key)?.state ?? ''))
      .map((key) => `${known.get(key)?.key ?? key}：外面收到，记录为“${known.get(key)?.state}”`),
    ...rows.filter(({ state }) => state === 'sending').map(({ key }) => `${key}：仍是“发送中”`),
  ];
}

async function chainBroken(db: Db): Promise<string[]> {
  const { rows } = await db.query<{ subject: string }>(`select subject from chain`);
  const checked = await Promise.all(
    rows.map(async ({ subject }) => ({ subject, broken: await brokenEntry(db, subject) })),
  );
  return checked
    .filter(({ broken }) => broken !== null)
    .map(({ subject, broken }) => `${subject}：第${broken}条`);
}

async function outstandingWrong(db: Db): Promise<string[]> {
  const { rows } = await db.query<{ what: string }>(
    `select r.id || '：记为' || r.outstanding || '，实为' || n.n as what
       from round r
      cross join lateral (select count(*) as n from obligation o
                           where o.round = r.id and o.state in ('open', 'returned')) n
      where r.outstanding <> n.n`,
  );
  return rows.map((row) => row.what);
}
