/** A round with a unit for every case, and what each of them and the bureau do when. */
import { expect } from 'vitest';
import { day } from '../../domain/time/time.ts';
import { GatewayError } from '../../gateways/gateway.ts';
import { smallPlan } from '../../rehearsal/shipped-plan.ts';
import { contactOf, withContact } from '../support/people/contacts.ts';
import { at } from '../support/time/dates.ts';
import { NOTICE } from '../support/time/moments-of-plan.ts';
import { act, idOf, report, startYear, submit } from '../support/world/acts.ts';
import type { TestWorld } from '../support/world/world.ts';

export const CAST = [
  'guzhen', // reports early
  'xiaolan', // reports late
  'minzhong', // never reports; the letter to its leader is dismissed
  'renminyinhang', // never reports; a central body, which is asked and not ordered
  'nantou', // is given a later date
  'shaxi', // its report is returned
  'tanzhou', // need not report
  'gangkou', // withdraws its report, and reports again
  'sanjiao', // reported on paper, entered later
  'henglan', // promises a day on the telephone
  'banfu', // never reports; the letter to its leader is released
  'sanxiang', // reports while the letter to its leader waits
  'nongyeju', // its liaison cannot be reached
  'fusha', // nobody can be reached
  'jinrongju', // the bureau's own part
];
const NOBODY = { email: null, mobile: null };
export const plan = ['liaison', 'deputy'].reduce(
  (made, role) => withContact(made, 'fusha', role as 'liaison', NOBODY),
  smallPlan(...CAST),
);
const letterOf = (unit: string) => `${idOf(unit)}#1#press-3#leader#letter`;
/** From the start of the year to 25 July, five working days after the first supervision. */
export async function playRound(world: TestWorld): Promise<void> {
  const { email, mobile } = contactOf(plan, 'nongyeju', 'liaison');
  const refused = new GatewayError('550 at RCPT TO', { permanent: true });
  world.outside.fail(email, refused);
  world.outside.fail(mobile ?? '', refused);
  await startYear(world);
  await world.passTo(NOTICE);
  for (const [moment, what] of PLAY) {
    await world.passTo(at(moment));
    await what(world);
  }
}

const reports = (unit: string) => async (world: TestWorld) => {
  expect(await submit(world, unit)).toMatchObject({ ok: true });
};

const PLAY: readonly [string, (world: TestWorld) => Promise<unknown>][] = [
  ['2018-07-05 16:00', reports('guzhen')],
  ['2018-07-09 10:00', reports('shaxi')],
  ['2018-07-10 10:00', reports('gangkou')],
  [
    '2018-07-10 11:00',
    (world) =>
      act(world, 'shaxi', {
        kind: 'return',
        version: 1,
        reason: '缺期末数据',
        until: day('2018-07-18'),
      }),
  ],
  [
    '2018-07-11 10:00',
    (world) =>
      act(world, 'nantou', { kind: 'extend', until: day('2018-07-25'), reason: '台风应急' }),
  ],
  ['2018-07-11 10:01', (world) => act(world, 'tanzhou', { kind: 'waive', reason: '职责划转' })],
  ['2018-07-11 10:02', (world) => act(world, 'gangkou', { kind: 'withdraw', reason: '数字有误' })],
  [
    '2018-07-13 15:00',
    (world) =>
      act(world, 'henglan', {
        kind: 'call',
        who: '联络员',
        answer: '待签发',
        promisedOn: day('2018-07-17'),
      }),
  ],
  ['2018-07-16 15:00', reports('gangkou')],
  [
    '2018-07-17 10:00',
    async (world) =>
      act(world, 'sanjiao', {
        kind: 'record',
        report: await report(world, 'sanjiao'),
        way: 'paper',
        actuallyReceivedAt: at('2018-07-16 17:00'),
        evidence: '收文登记 2018-0716',
      }),
  ],
  ['2018-07-18 10:00', reports('xiaolan')],
  ['2018-07-18 16:00', reports('henglan')],
  ['2018-07-19 15:00', reports('shaxi')],
  [
    '2018-07-20 08:50',
    (world) => act(world, 'banfu', { kind: 'release', delivery: letterOf('banfu') }),
  ],
  [
    '2018-07-20 09:10',
    (world) =>
      act(world, 'minzhong', { kind: 'dismiss', delivery: letterOf('minzhong'), reason: '已面谈' }),
  ],
  ['2018-07-20 10:00', reports('sanxiang')],
  ['2018-07-24 10:00', reports('nantou')],
  ['2018-07-25 09:00', async () => {}],
];
