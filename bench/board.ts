/** Server time and size of the board page of a round, without a network. */
import { createHash, randomUUID } from 'node:crypto';
import { createOpenRound } from '../activities/round/open-round.ts';
import { createApp } from '../client/web/app.ts';
import { toHost } from '../domain/time/plan-time.ts';
import { type Instant, MINUTE, plus } from '../domain/time/time.ts';
import { shippedCalendar } from '../gateways/calendar/holidays.ts';
import { shippedPlan } from '../rehearsal/shipped-plan.ts';
import { createThrowaway } from '../rehearsal/world/throwaway-database.ts';
import type { Pool } from '../store/db/pool.ts';
import { rulesOf } from '../store/read/plans.ts';
import { addSession } from '../store/visit/sessions.ts';
import { applyCommand } from '../store/write/commands.ts';
import { importPlan } from '../store/write/import-plan.ts';
import type { Figure, Measured } from './figure.ts';
import { planOfManyUnits, ROUND, reminderOf, YEAR } from './many-units.ts';
import { type Options, settingOf } from './options.ts';

const SIZES = [44, 5000];
const REQUESTS = 40;
const HERE = 'http://127.0.0.1:8080';

export async function measureBoard({ tiny }: Options): Promise<Measured> {
  const figures: Figure[] = [];
  for (const size of tiny ? [2] : SIZES)
    figures.push(...(await measure(size, tiny ? 2 : REQUESTS)));
  return { figures, notes: [] };
}

async function measure(size: number, requests: number): Promise<Figure[]> {
  const database = await createThrowaway(settingOf('DATABASE_ADMIN_URL'));
  try {
    const now = await open(database.pool, size);
    const cookie = await officer(database.pool, now);
    const deps = { pool: database.pool, plan: 'many-units', now: async () => now, sendCode };
    const app = createApp(deps);
    const ask = async () => (await app.request(`${HERE}/2018H1`, { headers: { cookie } })).text();
    const bytes = Buffer.byteLength(await ask());
    const seconds: number[] = [];
    for (let number = 0; number < requests; number += 1) {
      const began = performance.now();
      await ask();
      seconds.push((performance.now() - began) / 1000);
    }
    return figuresOf(size, seconds, bytes);
  } finally {
    await database.drop();
  }
}

function figuresOf(size: number, seconds: readonly number[], bytes: number): Figure[] {
  const sorted = seconds.toSorted((a, b) => a - b);
  const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
  return [
    {
      what: 'the board, 95th percentile',
      unit: 's',
      size,
      runs: [p95],
      goal: { atMost: size > 1000 ? 0.15 : 0.05 },
    },
    { what: 'the board, its page', unit: 'bytes', size, runs: [bytes], goal: { atMost: 120_000 } },
  ];
}

/** Opens a round. @returns a minute after the opening */
async function open(pool: Pool, size: number): Promise<Instant> {
  const plan = planOfManyUnits(shippedPlan, size);
  const calendar = shippedCalendar();
  const at = plus(reminderOf(rulesOf(plan, calendar)), -MINUTE);
  await importPlan(pool, { ...plan, contacts: [...plan.contacts, OFFICER] }, calendar, at);
  await applyCommand(pool, {
    id: randomUUID(),
    actor: { kind: 'administrator', name: 'bench' },
    receivedAt: at,
    year: YEAR,
    act: { kind: 'start-year' },
  });
  await createOpenRound({ pool, offset: 0 }).openRound({ round: ROUND, asOf: toHost(at, 0) });
  return plus(at, MINUTE);
}

const OFFICER = {
  unit: shippedPlan.bureau.unit,
  role: 'officer',
  name: '经办人员',
  email: 'officer@zhongshan.example',
  mobile: null,
  phone: null,
} as const;

async function officer(pool: Pool, beganAt: Instant): Promise<string> {
  const token = randomUUID();
  await addSession(pool, 'many-units', createHash('sha256').update(token).digest('hex'), {
    id: randomUUID(),
    address: OFFICER.email,
    way: 'email',
    client: 'bench',
    agent: 'bench',
    beganAt,
  });
  return `cuibao=${token}`;
}

/** The benchmark signs in without a code. */
const sendCode = async (): Promise<void> => {};
