import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reference } from '../../../gateways/gateway.ts';
import {
  bounceAddress,
  readBounceMailbox,
  referenceIn,
} from '../../../gateways/mail/bounce-address.ts';
import { createMailGateway } from '../../../gateways/mail/send.ts';
import { startMailServer } from '../../support/servers/mail-server.ts';

const mailbox = { address: 'bounce@finance.example.org', secret: 'a secret of some length' };
const KEY = 'email#liaison@guzhen.example.org#reminder#1531357200000';
const own = bounceAddress(KEY, mailbox);
const changed = (at: number): string => {
  const digit = own[at] === '0' ? '1' : '0';
  return `${own.slice(0, at)}${digit}${own.slice(at + 1)}`;
};

test('the address for a message’s bounces names the message and reveals nothing about it', () => {
  expect(own).toMatch(/^bounce\+[0-9a-f]{24}\.[0-9a-f]{16}@finance\.example\.org$/);
  expect(reference(KEY).startsWith(referenceIn(own, mailbox) ?? 'x')).toBe(true);
});

test('it is recognised in upper and lower case', () => {
  expect(referenceIn(own.toUpperCase(), mailbox)).toBe(referenceIn(own, mailbox));
});

test('the local part is never longer than 64 characters, and every key has its own', () => {
  const longest = { address: `${'a'.repeat(22)}@x.example`, secret: mailbox.secret };
  expect(readBounceMailbox(longest.address, longest.secret)).toEqual(longest);
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const [one, other] = [bounceAddress(a, longest), bounceAddress(b, longest)];
      expect(one.lastIndexOf('@')).toBe(64);
      expect(one === other).toBe(a === b);
    }),
  );
});

test('an address with one changed digit is refused', () => {
  const digits = [...own.matchAll(/(?<=\+.*)[0-9a-f](?=.*@)/g)].map(({ index }) => index);
  expect(digits).toHaveLength(40);
  for (const at of digits) expect(referenceIn(changed(at), mailbox)).toBeNull();
});

test.each([
  ['another secret', bounceAddress(KEY, { ...mailbox, secret: 'another secret of length' })],
  ['another mailbox', own.replace('bounce', 'reply')],
  ['another domain', own.replace('finance', 'elsewhere')],
  ['the mailbox itself', mailbox.address],
  ['no signature', own.replace(/\.[0-9a-f]{16}@/, '@')],
  ['more behind the signature', own.replace('@', '0@')],
  ['nothing', ''],
])('%s is not signed by us', (_, address) => {
  expect(referenceIn(address, mailbox)).toBeNull();
});

test.each([
  ['bounce@x.example', undefined, /这两项都设置/],
  [undefined, mailbox.secret, /这两项都设置/],
  ['bounce@x.example', 'short', /BOUNCE_SECRET：太短/],
  [`${'a'.repeat(23)}@x.example`, mailbox.secret, /不超过 22 个/],
  ['bounce+x@x.example', mailbox.secret, /不能用作退信邮箱名/],
])('settings that would not work are refused: %s %s', (address, secret, says) => {
  expect(() => readBounceMailbox(address, secret)).toThrow(says);
  expect(() => readBounceMailbox(address, secret)).not.toThrow(secret ?? 'never');
});

test('without both settings there is no mailbox', () => {
  expect(readBounceMailbox(undefined, '')).toBeNull();
});

test.each([
  [{ bounces: mailbox }, own],
  [{}, 'cuibao@finance.example.org'],
])(
  'a mail leaves with that sender on its envelope, and the bureau in its header (%#)',
  async (with_, from) => {
    const server = await startMailServer({ disabledCommands: ['STARTTLS'] });
    const sender = { name: '市金融局', address: 'cuibao@finance.example.org', ...with_ };
    const gateway = createMailGateway({ url: `smtp://127.0.0.1:${server.port}` }, sender);
    const to = { name: '古镇镇', address: 'liaison@guzhen.example.org' };
    await gateway.send({ key: KEY, to, subject: '提醒', text: '请报送。', attachments: [] });
    await gateway.close();
    await server.close();
    expect(server.received).toMatchObject([{ from, to: [to.address] }]);
    const raw = server.received[0]?.raw.toString('latin1') ?? '';
    expect(raw).toMatch(/^From: .*<cuibao@finance\.example\.org>\r$/m);
    expect(raw).not.toContain('bounce+');
  },
);
