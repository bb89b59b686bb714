/**
 * A world in which each unit has its own trouble, over real sockets: servers that refuse, delay, cut off and bounce.
 */

import { inject } from 'vitest';
import { createApp } from '../../client/web/app.ts';
import { MINUTE, plus } from '../../domain/time/time.ts';
import type { MailGateway, SmsGateway } from '../../gateways/gateway.ts';
import { createMailGateway } from '../../gateways/mail/send.ts';
import { createSandboxRobot } from '../../gateways/robot/sandbox.ts';
import { openSms } from '../../gateways/sms/open.ts';
import { receiveReceipts } from '../../gateways/sms/receipts.ts';
import { smallPlan } from '../../rehearsal/shipped-plan.ts';
import { type BounceBack, createBounceBack } from '../../sandbox/bounce-back.ts';
import { openBounces } from '../../worker/bounces.ts';
import { contactOf, withContact } from '../support/people/contacts.ts';
import { createAdministrator } from '../support/people/signed-in.ts';
import { startScriptedMailServer } from '../support/servers/mail-server.ts';
import { createMailbox } from '../support/servers/mailbox.ts';
import { scriptedProvider } from '../support/servers/scripted-provider.ts';
import { SECRET, yunmas } from '../support/servers/sms-settings.ts';
import { DAY_BEFORE, LAST_REMINDER, NOTICE } from '../support/time/moments-of-plan.ts';
import { startYear } from '../support/world/acts.ts';
import { createTestWorld } from '../support/world/world.ts';

const plan = withContact(
  smallPlan(
    ...'guzhen xiaolan dongsheng nantou shaxi sanxiang banfu minzhong tanzhou gangkou henglan'.split(
      ' ',
    ),
    'jinrongju',
  ),
  'tanzhou',
  'liaison',
  { email: null },
);
const mobileOf = (unit: string, role: 'liaison' | 'deputy' = 'liaison') =>
  contactOf(plan, unit, role).mobile ?? '';
const BOUNCES = { address: 'bounce@zhongshan.example', secret: 'a secret of some length' };
const SENDER = {
  name: plan.bureau.name,
  address: 'bureau@zhongshan.example',
  bounces: BOUNCES,
};

export type TroubledWorld = Awaited<ReturnType<typeof createTroubledWorld>>;

/** The behaviour of SMTP servers and mailboxes; the SMS providers are in `troubledSms`. */
export async function createTroubledWorld() {
  let bounces: BounceBack;
  const mailbox = createMailbox({ report: (mail) => bounces.report(mail) });
  /** The first officer has a mail server of his own. */
  const own = createMailbox();
  const picky = await startScriptedMailServer({
    'end of data': '554 5.6.0 <liaison> says too much',
  });
  const mail = mailBy(
    {
      'liaison.xiaolan@': createMailGateway({ url: picky.url }, SENDER),
      [contactOf(plan, 'jinrongju', 'officer').email]: createMailGateway(
        { url: await own.start() },
        SENDER,
      ),
    },
    createMailGateway({ url: await mailbox.start() }, SENDER),
  );
  const group = await scriptedProvider();
  group.answer = { body: { errcode: 93000, errmsg: 'invalid webhook' } };
  const { routes, takesAs, ...providers } = await troubledSms();
  const world = await createTestWorld({
    plan,
    start: DAY_BEFORE,
    bundle: inject('workflowBundle'),
    through: ({ sms }) => ({
      mail,
      sms: smsBy(routes, sms),
      robot: createSandboxRobot(group.url),
    }),
  });
  const door = await openBounces(world.pool, world.now, {
    BOUNCE_ADDRESS: BOUNCES.address,
    BOUNCE_SECRET: BOUNCES.secret,
    BOUNCE_SMTP_HOST: '127.0.0.1',
    BOUNCE_SMTP_PORT: 0,
  });
  bounces = createBounceBack(door.port, [1, 50, 200, 1000]);
  const app = createApp({
    pool: world.pool,
    plan: plan.id,
    now: world.now,
    sendCode: async () => {},
    receive: (request) => receiveReceipts(request, yunmas('http://127.0.0.1:1')),
  });
  await createAdministrator(world.pool, DAY_BEFORE);
  return {
    world,
    plan,
    app,
    mailbox,
    /** Until twenty minutes before the last reminder all is well; then the troubles begin. */
    async begin() {
      await startYear(world);
      await world.passTo(NOTICE);
      await world.passTo(plus(LAST_REMINDER, -21 * MINUTE));
      await own.close();
      takesAs('G-LAST');
      for (const [match, mode] of ORDERS) mailbox.fail({ match, mode });
    },
    /** Pushes the provider's receipt for the SMS that it took last. */
    pushReceipt: () =>
      app.request(`http://127.0.0.1:8080/delivery-reports/${SECRET}`, {
        method: 'POST',
        body: JSON.stringify({
          reportStatus: 'UNDELIV',
          errorCode: 'MK:0001',
          msgGroup: 'G-LAST',
        }),
      }),
    async close() {
      await world.close();
      for (const one of [bounces, door, mail, picky, group, providers, mailbox, own])
        await one.close();
    },
  };
}

const ORDERS = [
  ['liaison.guzhen@', 'refuse'],
  ['liaison.dongsheng@', 'greylist'],
  ['liaison.nantou@', 'drop-after-data'],
  ['liaison.shaxi@', 'bounce'],
  ['liaison.gangkou@', 'refuse'],
  ['.henglan@', 'refuse'],
] as const;

async function troubledSms() {
  const refusing = await scriptedProvider();
  const silent = await scriptedProvider();
  const taking = await scriptedProvider();
  const takesAs = (msgGroup: string) => {
    taking.answer = { body: { rspcod: 'success', msgGroup, success: true } };
  };
  refusing.answer = { body: { rspcod: 'InvalidMobile', success: false } };
  silent.answer = 'cut';
  takesAs('EARLIER');
  const refuse = openSms(yunmas(refusing.url));
  return {
    takesAs,
    routes: {
      [mobileOf('sanxiang')]: refuse,
      [mobileOf('gangkou')]: refuse,
      [mobileOf('henglan')]: refuse,
      [mobileOf('henglan', 'deputy')]: refuse,
      [mobileOf('banfu')]: openSms(yunmas(silent.url)),
      [mobileOf('minzhong')]: openSms(yunmas(taking.url)),
    },
    close: () => Promise.all([refusing, silent, taking].map((one) => one.close())),
  };
}

/** Gateways to several real servers: the recipient decides which one is used, as with their own mail servers. */
type Routes<Gateway> = Readonly<Record<string, Gateway>>;

/** @param routes part of an address → the gateway for it */
const mailBy = (routes: Routes<MailGateway>, others: MailGateway): MailGateway => ({
  send: (message, signal) => routeOf(routes, others, message.to.address).send(message, signal),
  async close() {
    for (const gateway of [...Object.values(routes), others]) await gateway.close();
  },
});

/** @param routes a mobile → the gateway for it */
const smsBy = (routes: Routes<SmsGateway>, others: SmsGateway): SmsGateway => ({
  send: (message, signal) => routeOf(routes, others, message.to).send(message, signal),
});

const routeOf = <Gateway>(routes: Routes<Gateway>, others: Gateway, to: string): Gateway =>
  Object.entries(routes).find(([part]) => to.includes(part))?.[1] ?? others;
