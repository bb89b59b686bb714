import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FileRef } from '../../../domain/obligation/act.ts';
import { day, plus, SECOND } from '../../../domain/time/time.ts';
import { readWholeBoard } from '../../../store/read/board.ts';
import { readObligation } from '../../../store/read/obligations.ts';
import { findAttachment, readAttachments } from '../../../store/read/submissions.ts';
import { addAttachment, FILE_LIMITS, removeAttachment } from '../../../store/visit/attachments.ts';
import { applyCommand } from '../../../store/write/commands.ts';
import { AGRICULTURE, GUZHEN, ROUND, XIAOLAN } from '../../support/people/cast.ts';
import { onObligation, reportOf } from '../../support/record/commands.ts';
import type { TestDatabase } from '../../support/record/database.ts';
import { inOrder } from '../../support/record/interleave.ts';
import { openedRound } from '../../support/record/opened-round.ts';
import { at } from '../../support/time/dates.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openedRound();
});
afterAll(() => database.drop());

let uploads = 0;
async function upload(
  obligation: string,
  text = 'x',
  purpose: 'attachment' | 'scan' = 'attachment',
) {
  const content = Buffer.from(text);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const file = { id: randomUUID(), name: `${text.slice(0, 9)}.pdf`, sha256 };
  const refused = await addAttachment(
    database.pool,
    {
      ...file,
      obligation,
      purpose,
      type: 'application/pdf',
      sizeBytes: content.length,
      addedAt: plus(at('2018-07-12 09:00'), ++uploads * SECOND),
      addedBy: '联络员',
    },
    content,
  );
  return { file, refused };
}

const handIn = (obligation: string, attachments: readonly FileRef[]) =>
  onObligation(obligation, { kind: 'submit', report: reportOf(obligation), attachments });

test('files belong to the version that names them, and stay', async () => {
  const { file } = await upload(GUZHEN, '台账');
  const other = await upload(GUZHEN, '没有提到');
  expect(await applyCommand(database.pool, handIn(GUZHEN, [file]))).toMatchObject({ version: 1 });
  expect((await readAttachments(database.pool, GUZHEN)).map(({ version }) => version)).toEqual([
    1,
    null,
  ]);
  expect(await removeAttachment(database.pool, GUZHEN, file.id, at('2018-07-13 09:00'))).toBe(
    false,
  );
  expect(await removeAttachment(database.pool, GUZHEN, other.file.id, at('2018-07-13 09:00'))).toBe(
    true,
  );
  expect((await findAttachment(database.pool, GUZHEN, file.id))?.content.toString()).toBe('台账');
  expect(await findAttachment(database.pool, XIAOLAN, file.id)).toBeNull();
});

test('the next version may name a file again; it keeps its first', async () => {
  const [kept] = await readAttachments(database.pool, GUZHEN);
  if (!kept) throw new Error('no file');
  const { id, name, sha256 } = kept;
  const again = handIn(GUZHEN, [{ id, name, sha256 }]);
  expect(await applyCommand(database.pool, again)).toMatchObject({ version: 2 });
  expect((await readAttachments(database.pool, GUZHEN))[0]).toMatchObject({
    version: 1,
    namedIn: [1, 2],
  });
});

test.each([
  ['another unit has it', async () => (await upload(XIAOLAN)).file],
  [
    'its content is said to be another',
    async () => ({ ...(await upload(AGRICULTURE)).file, sha256: '00' }),
  ],
  [
    'its name is said to be another',
    async () => ({ ...(await upload(AGRICULTURE)).file, name: 'b.pdf' }),
  ],
  ['nobody has it', async () => ({ id: randomUUID(), name: 'a.pdf', sha256: '00' })],
  ['the id is none', async () => ({ id: `' or true --`, name: 'a.pdf', sha256: '00' })],
])('a file is not taken where %s, and nothing is handed in', async (_name, file) => {
  const outcome = await applyCommand(database.pool, handIn(AGRICULTURE, [await file()]));
  expect(outcome).toMatchObject({
    ok: false,
    code: 'invalid',
    message: expect.stringContaining('附件'),
  });
  expect((await readObligation(database.pool, AGRICULTURE)).state).toBe('open');
});

test('a file that a report is naming cannot be removed at the same time', async () => {
  const { file } = await upload(AGRICULTURE, '并发');
  const [outcome, removed] = await inOrder(
    database.pool,
    (held) => applyCommand(held, handIn(AGRICULTURE, [file])),
    (free) => removeAttachment(free, AGRICULTURE, file.id, at('2018-07-13 09:00')),
    /^insert into submission/,
  );
  expect([outcome, removed]).toMatchObject([{ ok: true }, false]);
});

test('a signed page may be added later, also again, and the report keeps its time of receipt', async () => {
  const before = await readObligation(database.pool, GUZHEN);
  const { file } = await upload(GUZHEN, '签批页', 'scan');
  const follow = onObligation(GUZHEN, { kind: 'add-scan', version: 2, scan: file });
  expect(await applyCommand(database.pool, follow)).toMatchObject({ ok: true, state: 'submitted' });
  expect(await readObligation(database.pool, GUZHEN)).toEqual(before);
  const scan = (await readAttachments(database.pool, GUZHEN)).find(({ id }) => id === file.id);
  expect(scan).toMatchObject({ purpose: 'scan', version: 2 });
});

test('an attachment does not count as a signed page', async () => {
  const { file } = await upload(GUZHEN, '不是签批页');
  const follow = onObligation(GUZHEN, { kind: 'add-scan', version: 2, scan: file });
  expect(await applyCommand(database.pool, follow)).toMatchObject({ ok: false, code: 'invalid' });
  expect((await findAttachment(database.pool, GUZHEN, file.id))?.version).toBeNull();
});

test('the board asks for the signed page of the newest version, unless that names an earlier one', async () => {
  const awaits = async () => {
    const { units } = await readWholeBoard(database.pool, ROUND, day('2018-07-14'));
    return units.find(({ obligation }) => obligation.id === GUZHEN)?.awaitingScan;
  };
  expect(await awaits()).toBe(false);
  await applyCommand(database.pool, handIn(GUZHEN, []));
  expect(await awaits()).toBe(true);
  const files = await readAttachments(database.pool, GUZHEN);
  const scans = files.filter(({ purpose }) => purpose === 'scan');
  const refs = scans.map(({ id, name, sha256 }) => ({ id, name, sha256 }));
  await applyCommand(database.pool, handIn(GUZHEN, refs));
  expect(await awaits()).toBe(false);
});

test('uploads at the same time are accepted only up to the limit', async () => {
  const all = await Promise.all(
    Array.from({ length: FILE_LIMITS.files + 3 }, async (_, number) =>
      upload(XIAOLAN, `${number}`),
    ),
  );
  // One was there before.
  expect(all.filter(({ refused }) => refused === null)).toHaveLength(FILE_LIMITS.files - 1);
});
