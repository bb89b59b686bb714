/** Failing mail servers, over real sockets: how the attempt is judged, and what the next attempt does. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GatewayError, MailMessage } from '../../../gateways/gateway.ts';
import { createMailGateway } from '../../../gateways/mail/send.ts';
import { startScriptedMailServer } from '../../support/servers/mail-server.ts';
import { createMailbox, type Mailbox } from '../../support/servers/mailbox.ts';

const SENDER = { name: '市金融局', address: 'cuibao@finance.example.org' };
const QUICK = { connect: 2_000, greeting: 2_000, silence: 2_000, total: 600 };
const mailTo = (address: string): MailMessage => ({
  key: `email#${address}#reminder#1531357200000`,
  to: { name: '联络员', address },
  subject: '提醒',
  text: '请报送。',
  attachments: [],
});
const message = mailTo('liaison@guzhen.example.org');

let mailbox: Mailbox;
beforeEach(async () => {
  mailbox = createMailbox();
  await mailbox.start();
});
afterEach(() => mailbox.close());

/** The result of one attempt through a new gateway. */
async function attempt(
  url: string,
  mail = message,
): Promise<{ providerId: string } | GatewayError> {
  const gateway = createMailGateway({ url }, SENDER, QUICK);
  const outcome = await gateway.send(mail).catch((error: GatewayError) => error);
  await gateway.close();
  return outcome;
}
const idsOf = () => mailbox.all().map(({ messageId }) => messageId);

test('a server that greylists accepts the next attempt, with the same Message-ID', async () => {
  mailbox.fail({ match: 'guzhen', mode: 'greylist', times: 1 });
  const gateway = createMailGateway({ url: mailbox.url }, SENDER, QUICK);
  const first = await gateway.send(message).catch((error: GatewayError) => error);
  expect(first).toMatchObject({ handedOver: 'no', permanent: false, retryAfterMs: 300_000 });
  const receipt = await gateway.send(message);
  expect(idsOf()).toEqual([receipt.providerId]);
  await gateway.close();
});

test('after a connection that breaks behind the whole mail it may have arrived; the repetition has the same Message-ID', async () => {
  mailbox.fail({ match: 'guzhen', mode: 'drop-after-data', times: 1 });
  expect(await attempt(mailbox.url)).toMatchObject({ handedOver: 'maybe', permanent: false });
  expect(await attempt(mailbox.url)).toHaveProperty('providerId');
  const [kept, repeated] = idsOf();
  expect(idsOf()).toHaveLength(2);
  expect(repeated).toBe(kept);
});

test('the third of many recipients is refused, and all others get theirs', async () => {
  const addresses = ['a', 'b', 'c', 'd', 'e'].map((town) => `liaison@${town}.example.org`);
  mailbox.fail({ match: '@c.example.org', mode: 'refuse' });
  const gateway = createMailGateway({ url: mailbox.url }, SENDER, QUICK);
  const outcomes = await Promise.allSettled(addresses.map((to) => gateway.send(mailTo(to))));
  await gateway.close();
  expect(outcomes.map(({ status }) => status)).toEqual(
    addresses.map((to) => (to.includes('@c.') ? 'rejected' : 'fulfilled')),
  );
  const reached = mailbox.all().map(({ recipient }) => recipient);
  expect(reached.toSorted()).toEqual(addresses.filter((to) => !to.includes('@c.')));
});

const PASSING = { permanent: false, misconfigured: false };
test.each([
  [
    'does not want anybody now',
    { greeting: '421 4.3.2 closing' },
    { ...PASSING, handedOver: 'no' },
  ],
  ['closes at the sender', { MAIL: '421 4.3.2 closing' }, { ...PASSING, handedOver: 'no' }],
  ['closes at the recipient', { RCPT: '421 4.7.0 too many' }, { ...PASSING, handedOver: 'no' }],
  ['closes instead of taking the mail', { DATA: '421 4.3.2' }, { ...PASSING, handedOver: 'no' }],
  ['closes after the mail', { 'end of data': '421 4.3.2' }, { ...PASSING, handedOver: 'no' }],
  ['is silent at the recipient', { RCPT: null }, { ...PASSING, handedOver: 'no' }],
  ['is silent after the mail', { 'end of data': null }, { ...PASSING, handedOver: 'maybe' }],
  ['refuses the content', { 'end of data': '554 5.7.1 spam' }, { permanent: true }],
])('a server that %s', async (_, answers, verdict) => {
  const server = await startScriptedMailServer(answers);
  expect(await attempt(server.url)).toMatchObject(verdict);
  await server.close();
});
