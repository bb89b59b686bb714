import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Report } from '../../../domain/obligation/submission.ts';
import type { Pool } from '../../../store/db/pool.ts';
import { brokenEntry } from '../../../store/read/trail.ts';
import { contentHash } from '../../../store/write/chain.ts';
import { applyCommand } from '../../../store/write/commands.ts';
import { AGRICULTURE, ROUND } from '../../support/people/cast.ts';
import { onObligation, submit } from '../../support/record/commands.ts';
import type { TestDatabase } from '../../support/record/database.ts';
import { openedRound } from '../../support/record/opened-round.ts';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await openedRound();
  pool = database.pool;
  // Entry 1 is the opening of the round.
  await applyCommand(pool, submit(AGRICULTURE, { id: 'second' }));
  await applyCommand(pool, onObligation(AGRICULTURE, { kind: 'accept', version: 9 }));
  await applyCommand(pool, onObligation(AGRICULTURE, { kind: 'note', text: '备注' }));
});
afterAll(() => database.drop());

/** The number of the broken entry after that statement, which is undone afterwards. */
async function tampered(statement: string): Promise<number | null> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`alter table command disable trigger command_append_only`);
    await client.query(statement, [ROUND]);
    return await brokenEntry(client, ROUND);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

// A hash from a release without attachments: a key that is missing must not count.
it('the hash of a report without attachments is what it always was', () => {
  const command = submit(AGRICULTURE, { actor: { kind: 'unit', name: '张' } });
  const report = {} as Report;
  const before = `{"act":{"kind":"submit","report":{}},"actor":{"kind":"unit","name":"张"},"target":"${AGRICULTURE}"}`;
  const hashed = createHash('sha256').update(before).digest('hex');
  expect(contentHash({ ...command, act: { kind: 'submit', report } })).toBe(hashed);
  const act = { kind: 'submit', report, attachments: [] } as const;
  expect(contentHash({ ...command, act })).not.toBe(hashed);
});

describe('the audit trail', () => {
  it('is in order, refusals included', async () => {
    expect(await brokenEntry(pool, ROUND)).toBeNull();
    const { rows } = await pool.query(`select seq from command where subject = $1`, [ROUND]);
    expect(rows).toHaveLength(4);
  });

  test.each([
    `update command set actor = '{}' where id = 'second'`,
    `delete from command where id = 'second'`,
    `delete from command`,
  ])('is append only: %s', async (statement) => {
    await expect(pool.query(statement)).rejects.toThrow('append only');
  });

  test.each([
    ['another person', `update command set actor = '{"kind":"unit","name":"他"}' where seq = 2`, 2],
    [
      'another time',
      `update command set received_at = received_at - interval '1 day' where seq = 2`,
      2,
    ],
    [
      'another content',
      `update command set content = jsonb_set(content, '{report,remark}', '"改"') where seq = 2`,
      2,
    ],
    ['another outcome', `update command set outcome = '{"ok":true}' where seq = 3`, 3],
    ['another unit', `update command set obligation = null where seq = 3`, 3],
    ['an entry taken out', `delete from command where seq = 2`, 3],
    ['the last taken off', `delete from command where seq = 4`, 4],
    ['a hash made to fit', `update command set actor = '{}', hash = 'x' where seq = 2`, 2],
  ])('shows %s, made by somebody who switched the trigger off', async (_, statement, seq) => {
    expect(await tampered(`${statement} and subject = $1`)).toBe(seq);
  });

  it('a missing chain is found too', async () => {
    expect(await tampered(`delete from command where subject = $1`)).toBe(1);
  });
});
