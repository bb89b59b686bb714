import { expect, test } from 'vitest';
import type { DeliveryState } from '../../../domain/delivery/delivery.ts';
import { fallback, type Tried, waitBefore } from '../../../domain/delivery/fallback.ts';

const tried = (route: string, state: DeliveryState = 'rejected'): Tried => {
  const [slot, channel] = route.split(' ') as [Tried['slot'], Tried['channel']];
  return { slot, channel, state };
};
const mail = tried('liaison email');
const sms = tried('liaison sms');
const deputyMail = tried('deputy email');
const deputySms = tried('deputy sms');

test.each<[string, Tried, readonly Tried[], string]>([
  ['the other channel', mail, [mail], 'liaison sms'],
  ['the other way round too', sms, [sms], 'liaison email'],
  ['then the deputy', mail, [mail, sms], 'deputy email'],
  ['by either channel', deputyMail, [mail, sms, deputyMail], 'deputy sms'],
  ['then an officer', deputySms, [mail, sms, deputyMail, deputySms], 'task'],
  ['a deputy without a liaison step', deputyMail, [deputyMail], 'liaison email'],
  ['a letter is a person’s business', tried('leader letter'), [tried('leader letter')], 'task'],
  ['a slip too', tried('office slip'), [tried('office slip')], 'task'],
  ['mail to a leader does not go to the liaison', tried('leader email'), [], 'task'],
])('%s', (_, failed, all, expected) => {
  const next = fallback('chase', failed, all);
  expect(next.kind === 'target' ? `${next.slot} ${next.channel}` : next.kind).toBe(expected);
});

test.each<[DeliveryState, 'covered' | 'target']>([
  ['planned', 'covered'],
  ['sending', 'covered'],
  ['held', 'covered'],
  ['sent', 'covered'],
  ['unknown', 'covered'],
  ['skipped', 'target'],
  ['given up', 'target'],
  ['cancelled', 'target'],
  ['rejected', 'target'],
])('while another delivery of the step is %s: %s', (state, expected) => {
  const other = tried('liaison sms', state);
  expect(fallback('chase', mail, [mail, other]).kind).toBe(expected);
});

test('a held letter to the leader does not count as reaching the unit', () => {
  expect(fallback('press', mail, [mail, tried('leader letter', 'held')]).kind).toBe('target');
});

test('an acknowledgement has no fallback: the page has shown it', () => {
  expect(fallback('receipt', mail, [mail])).toEqual({ kind: 'covered' });
});

test.each([
  [{ kind: 'target', slot: 'liaison', channel: 'sms' } as const, 5 * 60_000],
  [{ kind: 'target', slot: 'deputy', channel: 'email' } as const, 30 * 60_000],
  [{ kind: 'task' } as const, 60 * 60_000],
])('each level waits as long as the policy says: %o', (next, wait) => {
  const policy = { channelMinutes: 5, deputyMinutes: 30, officerMinutes: 60 };
  expect(waitBefore(next, 'liaison', policy)).toBe(wait);
  expect(waitBefore(next, 'liaison')).toBe(0);
});
