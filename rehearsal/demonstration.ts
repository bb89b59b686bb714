/**
 * Fills an empty database with the demonstration: the year 2018 of the shipped plan on the real workflows, in virtual
 * time, up to the morning after the deadline. From there the installation runs live, at a constant offset. A run that
 * was interrupted starts again from the beginning.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { DAY, type Instant, instant } from '../domain/time/time.ts';
import { shippedCalendar } from '../gateways/calendar/holidays.ts';
import { openChannels } from '../gateways/channels.ts';
import { problemLine } from '../gateways/plan-folder/folder-problem.ts';
import { readPlanFolder } from '../gateways/plan-folder/read-folder.ts';
import { createSandbox } from '../sandbox/sandbox.ts';
import type { Pool } from '../store/db/pool.ts';
import { rulesOf } from '../store/read/plans.ts';
import { applyCommand } from '../store/write/commands.ts';
import { importPlan } from '../store/write/import-plan.ts';
import { writeSettings } from '../store/write/settings.ts';
import { defaultScript } from './script/default-script.ts';
import { beginsAt, runYear } from './script/run.ts';
import { createWorld } from './world/world.ts';

const YEAR = 2018;
/** One minute before the first 催报 of 2018H1, so that a newcomer sees it go out. */
const UNTIL = instant(Date.parse('2018-07-17T10:29:00+08:00'));

type DemonstrationConfig = {
  readonly MAIL_FROM: string;
  readonly MAIL_REPLY_TO?: string | undefined;
  readonly TEMPORAL_TEST_SERVER_PATH?: string | undefined;
};

export async function demonstrate(
  db: Pool,
  folder: string,
  sandboxDir: string,
  config: DemonstrationConfig,
): Promise<void> {
  const { plan, problems } = await readPlanFolder(folder);
  if (!plan) throw new Error(problems.map(problemLine).join('\n'));
  await clear(db);
  await rm(sandboxDir, { recursive: true, force: true });
  await mkdir(sandboxDir, { recursive: true });
  const sandbox = await createSandbox({ dir: sandboxDir, smtpPort: 0, httpPort: 0 });
  const calendar = shippedCalendar();
  const rules = rulesOf(plan, calendar);
  const start = beginsAt(rules, YEAR);
  await importPlan(db, plan, calendar, start);
  await addPeople(db, plan.id, start);
  const channels = openChannels({
    planId: plan.id,
    bureau: plan.bureau.name,
    smtpUrl: sandbox.smtpUrl,
    mailFrom: config.MAIL_FROM,
    mailReplyTo: config.MAIL_REPLY_TO,
    smsUrl: sandbox.httpUrl,
    smsGateway: undefined,
    smsGatewayFile: undefined,
    bureauRobot: undefined,
    sandboxUrl: sandbox.httpUrl,
    sandboxSmtpUrl: sandbox.smtpUrl,
    confirmed: '',
    everythingTo: '',
  });
  const world = await createWorld({
    pool: db,
    mail: channels.mail,
    sms: channels.sms,
    robot: channels.robot,
    start,
    demonstration: true,
    testServerPath: config.TEMPORAL_TEST_SERVER_PATH,
    onMoment: weekly((at) => console.log(`  演练到 ${rules.zone.dayOf(at)}`)),
  });
  try {
    await runYear({
      stage: {
        pool: db,
        plan: plan.id,
        breakChannel: (address, channel) => refuse(sandbox.httpUrl, address, channel),
      },
      world,
      year: YEAR,
      events: defaultScript(rules, YEAR),
      until: UNTIL,
    });
  } finally {
    await world.close();
    await channels.mail.close();
    await sandbox.close();
  }
  await writeSettings(db, { offsetMs: UNTIL - Date.now(), demonstration: true });
}

/** People outside the roster: the administrator and the supervisor. */
async function addPeople(db: Pool, plan: string, receivedAt: Instant): Promise<void> {
  for (const [role, name, email] of [
    ['administrator', '系统管理员', 'administrator@zhongshan.example'],
    ['supervisor', '督查室督查员', 'supervisor@zhongshan.example'],
  ] as const) {
    await applyCommand(db, {
      id: randomUUID(),
      actor: { kind: 'system', name: '演示' },
      receivedAt,
      plan,
      act: { kind: 'add-account', role, name, email, mobile: null },
    });
  }
}

async function clear(db: Pool): Promise<void> {
  const { rows } = await db.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'migration'`,
  );
  await db.query(`truncate ${rows.map((row) => row.name).join(', ')} restart identity cascade`);
}

/** Makes the sandbox refuse that contact, through its HTTP interface. */
async function refuse(url: string, address: string, channel: 'email' | 'sms'): Promise<void> {
  const mode = channel === 'sms' ? 'sms-refuse' : 'refuse';
  const response = await fetch(new URL('/fail', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ match: address, mode }),
  });
  if (!response.ok) throw new Error(`the sandbox did not take the order: ${response.status}`);
}

/** Prints progress, one line a week. */
function weekly(show: (at: Instant) => void): (at: Instant) => void {
  let last = 0;
  return (at) => {
    if (at - last < 7 * DAY) return;
    last = at;
    show(at);
  };
}
