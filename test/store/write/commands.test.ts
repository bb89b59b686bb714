import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ObligationAct } from '../../../domain/obligation/act.ts';
import { day } from '../../../domain/time/time.ts';
import type { Pool } from '../../../store/db/pool.ts';
import { readObligation } from '../../../store/read/obligations.ts';
import { readRound } from '../../../store/read/rounds.ts';
import { readSteps } from '../../../store/read/steps.ts';
import { readSubmissions } from '../../../store/read/submissions.ts';
import { brokenEntry } from '../../../store/read/trail.ts';
import { applyCommand } from '../../../store/write/commands.ts';
import { AGRICULTURE, GUZHEN, ROUND } from '../../support/people/cast.ts';
import { onObligation, reportOf } from '../../support/record/commands.ts';
import type { TestDatabase } from '../../support/record/database.ts';
import { heldLetter } from '../../support/record/messages.ts';
import { openedRound } from '../../support/record/opened-round.ts';
import { calledFor } from '../../support/rules/ladder.ts';
import { at } from '../../support/time/dates.ts';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await openedRound();
  pool = database.pool;
});
afterAll(async () => {
  expect(await brokenEntry(pool, ROUND)).toBeNull();
  await database.drop();
});

const apply = (command: Parameters<typeof applyCommand>[1]) => applyCommand(pool, command);
const act = (obligation: string, what: ObligationAct, other = {}) =>
  apply(onObligation(obligation, what, other));

describe('each kind of command on an obligation', () => {
  const stories: readonly (readonly [ObligationAct, object, object])[] = [
    [{ kind: 'confirm' }, { state: 'open' }, { confirmedAt: at('2018-07-13 11:00') }],
    [{ kind: 'note', text: '联络员休假' }, { state: 'open' }, {}],
    [
      { kind: 'call', who: '张联络', answer: '周一报', promisedOn: day('2018-07-16') },
      {},
      { promisedOn: '2018-07-16' },
    ],
    [{ kind: 'remind' }, {}, {}],
    [
      { kind: 'extend', until: day('2018-07-25'), reason: '台风应急' },
      { outstanding: 44 },
      { cycle: 2, due: { nominal: '2018-07-25' } },
    ],
    [
      { kind: 'withdraw-extension', reason: '应急结束' },
      {},
      { cycle: 3, due: { effective: '2018-07-16' }, dueBeforeExtension: null },
    ],
    [{ kind: 'waive', reason: '职责划转' }, { outstanding: 43 }, { waivedReason: '职责划转' }],
    [
      {
        kind: 'record',
        report: reportOf(GUZHEN),
        way: 'oa',
        actuallyReceivedAt: at('2018-07-12 09:00'),
        evidence: '收文登记',
      },
      { state: 'submitted', version: 1, outstanding: 43, late: false },
      { receivedAt: at('2018-07-12 09:00') },
    ],
    [
      { kind: 'withdraw', reason: '数字有误' },
      { state: 'open', outstanding: 44 },
      { firstReceivedAt: null },
    ],
    [
      { kind: 'submit', report: reportOf(GUZHEN) },
      { state: 'submitted', version: 2, outstanding: 43, receipt: expect.any(String) },
      { firstVersion: 2 },
    ],
    [
      { kind: 'return', version: 2, reason: '缺少数据', until: day('2018-07-20') },
      { state: 'returned', outstanding: 44 },
      { cycleKind: 'returned', firstVersion: 2 },
    ],
    [
      { kind: 'submit', report: reportOf(GUZHEN) },
      { state: 'submitted', version: 3, outstanding: 43 },
      {},
    ],
    [{ kind: 'accept', version: 3 }, { state: 'accepted', outstanding: 43 }, { version: 3 }],
  ];

  it('can follow the one before it, down to the record', async () => {
    for (const [what, outcome, record] of stories) {
      expect(await act(GUZHEN, what), what.kind).toMatchObject({ ok: true, ...outcome });
      expect(await readObligation(pool, GUZHEN), what.kind).toMatchObject(record);
    }
    const versions = await readSubmissions(pool, GUZHEN);
    expect(versions.map(({ version, way, withdrawnAt }) => [version, way, withdrawnAt])).toEqual([
      [1, 'oa', at('2018-07-13 11:00')],
      [2, 'online', null],
      [3, 'online', null],
    ]);
    const called = calledFor(await readSteps(pool, GUZHEN));
    expect(called.toSorted()).toEqual(
      ['1 remind-1', '2 extended-2', '3 extended-3', '3 receipt-1', '3 receipt-2']
        .concat(['4 returned-2', '4 receipt-3'])
        .toSorted(),
    );
  });

  it('a held letter is released or dismissed by its key', async () => {
    const [one, other] = [
      await heldLetter(pool, AGRICULTURE),
      await heldLetter(pool, AGRICULTURE, 'press-4'),
    ];
    expect(await act(AGRICULTURE, { kind: 'release', delivery: one })).toMatchObject({ ok: true });
    const dismiss = { kind: 'dismiss', delivery: other, reason: '已沟通' } as const;
    expect(await act(AGRICULTURE, dismiss)).toMatchObject({ ok: true });
    expect(await act(GUZHEN, dismiss)).toMatchObject({ ok: false, code: 'not_found' });
  });
});

it('a change of the obligation tells its workflow, and the round’s where the report changes', async () => {
  const told = async (what: ObligationAct): Promise<string[]> => {
    const { rows: before } = await pool.query(`select coalesce(max(id), 0) as id from outbox`);
    await act(`${ROUND}/kejiju`, what);
    const { rows } = await pool.query<{ workflow_id: string }>(
      `select workflow_id from outbox where id > $1 order by id`,
      [before[0].id],
    );
    return rows.map((row) => row.workflow_id);
  };
  expect(await told({ kind: 'note', text: '备注' })).toEqual([]);
  expect(await told({ kind: 'confirm' })).toEqual([`${ROUND}/kejiju`]);
  const report = reportOf(`${ROUND}/kejiju`);
  expect(await told({ kind: 'submit', report })).toEqual([`${ROUND}/kejiju`, ROUND]);
  expect((await readRound(pool, ROUND)).rev).toBeGreaterThan(0);
});
