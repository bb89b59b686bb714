/** Whether the worker opens an SMTP door for bounces, by its settings. */
import { expect, test } from 'vitest';
import { connect } from '../../store/db/pool.ts';
import { openBounces } from '../../worker/bounces.ts';
import { at } from '../support/time/dates.ts';

// Never connects: no test queries it.
const pool = connect('postgres://127.0.0.1:1/nothing');
const now = async () => at('2018-07-13 11:00');
const base = { BOUNCE_SMTP_HOST: '127.0.0.1' };
const mailbox = { BOUNCE_ADDRESS: 'bounce@x.example', BOUNCE_SECRET: 'a secret of some length' };

test('no port, no door', async () => {
  const door = await openBounces(pool, now, { ...base, ...mailbox });
  expect(door.port).toBeNull();
  await door.close();
});

test('a port without a mailbox is refused', async () => {
  const attempt = openBounces(pool, now, { ...base, BOUNCE_SMTP_PORT: 0 });
  await expect(attempt).rejects.toThrow(/BOUNCE_SMTP_PORT：.*BOUNCE_ADDRESS/);
});

test('with both it opens', async () => {
  const door = await openBounces(pool, now, { ...base, ...mailbox, BOUNCE_SMTP_PORT: 0 });
  expect(door.port).toBeGreaterThan(0);
  await door.close();
});
