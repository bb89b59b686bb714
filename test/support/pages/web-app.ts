/** The web app over a round in which a report was returned, a call made, an SMS refused and a letter held. No workflow runs. */

import { createApp } from '../../../client/web/app.ts';
import type { CodeToSend, Deps } from '../../../client/web/deps.ts';
import { compile } from '../../../domain/compilation/compilation.ts';
import type { Report } from '../../../domain/obligation/submission.ts';
import { day } from '../../../domain/time/time.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';
import { addCompilation } from '../../../store/write/compilations.ts';
import { insertDeliveries, settleDelivery } from '../../../store/write/deliveries.ts';
import { insertMessage, settleMessage } from '../../../store/write/messages.ts';
import { addTasks } from '../../../store/write/tasks.ts';
import { ROUND } from '../people/cast.ts';
import { addressOf, contactOf } from '../people/contacts.ts';
import { signIn } from '../people/signed-in.ts';
import { type OpenRound, openedInJune } from '../record/opened-round.ts';
import { compiledRound } from '../reports/compiled-round.ts';
import { signedReport } from '../reports/reports.ts';
import { at, shanghai } from '../time/dates.ts';

/** Plan time on every page. */
export const NOW = at('2018-07-17 10:30');
export const MARKUP = '<script>alert("1")</script>';
const LIAISON = contactOf(shippedPlan, 'guzhen', 'liaison');
export const MOBILE = LIAISON.mobile ?? '';

export const HELD = `${ROUND}/xiaolan#1#press#leader#letter`;

const HERE = 'http://127.0.0.1:8080';
type Fields = Readonly<Record<string, string>>;

export type Web = {
  readonly round: OpenRound;
  readonly deps: Deps;
  /** The sign-in codes that were sent. */
  readonly codes: readonly CodeToSend[];
  readonly request: (url: string, init?: RequestInit) => Promise<Response>;
  /** With the officer's cookie when no other is given. */
  readonly get: (path: string, cookie?: string) => Promise<Response>;
  readonly post: (path: string, fields: Fields, cookie?: string) => Promise<Response>;
  readonly cookieOf: (address: string) => Promise<string>;
  readonly html: (path: string) => Promise<string>;
};

export async function webOverRound(): Promise<Web> {
  const round = await openedInJune();
  await fill(round);
  const { pool } = round.database;
  const codes: CodeToSend[] = [];
  const deps: Deps = {
    pool,
    plan: shippedPlan.id,
    now: async () => NOW,
    sendCode: async (code) => void codes.push(code),
    sandboxUrl: 'http://127.0.0.1:8025',
  };
  const app = createApp(deps);
  const request = async (url: string, init?: RequestInit) => app.request(url, init);
  const officer = await signIn(pool, addressOf('jinrongju', 'officer'), NOW);
  const get = (path: string, cookie = officer) =>
    request(`${HERE}${path}`, { headers: { cookie } });
  const post = (path: string, fields: Fields, cookie = officer) =>
    request(`${HERE}${path}`, {
      method: 'POST',
      headers: { cookie, origin: HERE },
      body: new URLSearchParams(fields),
    });
  return {
    round,
    deps,
    codes,
    request,
    get,
    post,
    html: async (path) => (await get(path)).text(),
    cookieOf: (address) => signIn(pool, address, NOW),
  };
}

async function fill(round: OpenRound): Promise<void> {
  const { pool } = round.database;
  await round.act('guzhen', at('2018-07-12 09:00'), { kind: 'submit', report: reportOfTown() });
  await round.act('guzhen', at('2018-07-12 11:00'), {
    kind: 'return',
    version: 1,
    reason: `缺数据${MARKUP}`,
    until: day('2018-07-18'),
  });
  await round.act('xiaolan', at('2018-07-16 09:00'), {
    kind: 'call',
    who: '王五',
    answer: '在送签',
    promisedOn: day('2018-07-18'),
  });
  await sendSms(round);
  await addTasks(pool, {
    id: 'release',
    round: ROUND,
    obligation: `${ROUND}/xiaolan`,
    delivery: HELD,
    kind: 'release',
    text: '【演示】审发致小榄镇的催办函。',
    since: NOW,
  });
  await addCompilation(pool, ROUND, {
    reportSeq: 0,
    draft: true,
    outstanding: 44,
    madeAt: NOW,
    reason: '初稿',
    data: compile(compiledRound, shanghai),
    document: Buffer.from('PK-document'),
  });
}

export function reportOfTown(): Report {
  return {
    ...signedReport,
    items: [52, 53].map((no) => ({
      no,
      status: '按序时推进',
      progress: `第${no}项${no === 52 ? MARKUP : ''}`,
      problems: '',
      nextSteps: '',
    })),
    remark: '按季调度',
  };
}

/** An SMS to 古镇镇 after the return of its report, which the provider refused. */
async function sendSms(round: OpenRound): Promise<void> {
  const { pool } = round.database;
  const key = `sms#${MOBILE}#chase#${NOW}`;
  const delivery = `${ROUND}/guzhen#2#chase#liaison#sms`;
  await insertMessage(pool, {
    key,
    channel: 'sms',
    kind: 'chase',
    at: NOW,
    person: LIAISON.name,
    address: MOBILE,
    owner: delivery,
    attempt: '1',
    claimedAt: NOW,
    words: { subject: '', text: '【中山市金融局】请报送', parts: 1 },
  });
  await insertDeliveries(pool, [
    {
      key: delivery,
      round: ROUND,
      obligation: `${ROUND}/guzhen`,
      cycle: 2,
      step: 'chase',
      kind: 'chase',
      slot: 'liaison',
      channel: 'sms',
      state: 'planned',
      at: NOW,
      notAfter: NOW,
      insteadOf: null,
      person: null,
      message: null,
      content: null,
      reason: null,
      settledAt: null,
    },
  ]);
  await settleDelivery(pool, delivery, { state: 'sending', message: key }, null);
  await settleMessage(pool, key, '1', { state: 'rejected', reason: 'sms: 400' }, NOW);
}
