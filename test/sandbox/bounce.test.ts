import { expect, test, vi } from 'vitest';
import type { DeliveryReceipt } from '../../domain/delivery/delivery-receipt.ts';
import { bounceReference } from '../../gateways/mail/bounce-address.ts';
import { openBounceDoor } from '../../gateways/mail/bounce-door.ts';
import { createMailGateway } from '../../gateways/mail/send.ts';
import { createBounceBack } from '../../sandbox/bounce-back.ts';
import { createFailures } from '../../sandbox/failures.tsx';
import { openMailStore } from '../../sandbox/mail.tsx';
import { catchMail } from '../../sandbox/mail-catcher.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const mail = {
  key: 'email#liaison@guzhen.example.org#notice#1',
  to: { name: '古镇镇', address: 'liaison@guzhen.example.org' },
  subject: '报送通知',
  text: '请于 7 月 15 日前报送。',
  attachments: [],
};

test('a mail that bounces on order is accepted first; then a report is sent to its envelope sender', async () => {
  const mailbox = { address: 'bounce@finance.example.org', secret: 'a secret of some length' };
  const told: DeliveryReceipt[] = [];
  let refusals = 1;
  const door = await openBounceDoor({
    mailbox,
    host: '127.0.0.1',
    port: 0,
    heard: () => undefined,
    record: {
      find: async (beginning) => ({ key: mail.key, reference: beginning, providerId: null }),
      // As when the message is not settled yet: the sandbox must come again.
      take: async (report) => {
        if (refusals-- > 0) throw new Error('not settled yet');
        told.push(report);
      },
      note: async () => expect.unreachable('a failed delivery is final'),
    },
  });
  const bounces = createBounceBack(door.port, [1, 1]);
  const store = await openMailStore(temporaryFolder());
  const failures = createFailures(null);
  const catcher = await catchMail((caught) => store.keep(caught), failures, 0, bounces);
  failures.order({ match: 'guzhen', mode: 'bounce', times: 1 });
  const sender = { name: '市金融局', address: 'cuibao@finance.example.org', bounces: mailbox };
  const gateway = createMailGateway({ url: `smtp://127.0.0.1:${catcher.port}` }, sender);
  await gateway.send(mail);
  await vi.waitUntil(() => told.length > 0, { timeout: 10_000, interval: 20 });
  expect(told).toMatchObject([
    { key: bounceReference(mail.key), outcome: 'undelivered', code: '5.1.1 550' },
  ]);
  expect(await store.list()).toHaveLength(1);
  for (const one of [gateway, bounces, catcher, door]) await one.close();
});
