/** A failed message is sent again, and an edited letter is sent as edited: up to the gateway. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { DocumentText } from '../../domain/delivery/message-text.ts';
import { GatewayError } from '../../gateways/gateway.ts';
import { smallPlan } from '../../rehearsal/shipped-plan.ts';
import { inTransaction } from '../../store/db/transaction.ts';
import { findDelivery } from '../../store/read/deliveries.ts';
import { findUnaccounted } from '../../store/read/unaccounted.ts';
import { setContact } from '../../store/write/contacts.ts';
import { contactOf } from '../support/people/contacts.ts';
import { xmlOf } from '../support/reports/document-xml.ts';
import { at } from '../support/time/dates.ts';
import { DAY_BEFORE, LAST_REMINDER, NOTICE, PRESS } from '../support/time/moments-of-plan.ts';
import { act, idOf, startYear, submitAll } from '../support/world/acts.ts';
import { outcomes, tasks } from '../support/world/record-lines.ts';
import { createTestWorld, type TestWorld } from '../support/world/world.ts';

const plan = smallPlan('guzhen', 'xiaolan', 'banfu');
const refused = new GatewayError('550 at RCPT TO', { permanent: true });
const mailOf = (unit: string) => contactOf(plan, unit, 'liaison').email;
const NEW_ADDRESS = 'successor@xiaolan.example';
let world: TestWorld;

beforeAll(async () => {
  world = await createTestWorld({ plan, start: DAY_BEFORE, bundle: inject('workflowBundle') });
  await startYear(world);
  await world.passTo(NOTICE);
  world.outside.fail(mailOf('xiaolan'), refused);
  world.outside.fail(mailOf('guzhen'), refused);
  await world.passTo(LAST_REMINDER);
});
afterAll(() => world.close());

const again = (unit: string, step: string) =>
  act(world, unit, { kind: 'resend', delivery: `${idOf(unit)}#1#${step}#liaison#email` });

test('at the address as it is now, by that channel alone', async () => {
  const place = { unit: 'xiaolan', role: 'liaison', ordinal: 1 } as const;
  const contact = { ...contactOf(plan, 'xiaolan', 'liaison'), email: NEW_ADDRESS };
  await inTransaction(world.pool, (tx) => setContact(tx, plan.id, place, contact));
  const texts = world.outside.texts.length;
  expect(await again('xiaolan', 'reminder-1')).toMatchObject({ ok: true });
  expect(await outcomes(world, 'xiaolan', 'resend-1')).toEqual(['liaison email sent']);
  const [mail, ...more] = world.outside.mailsTo(NEW_ADDRESS);
  expect(mail?.subject).toContain('提醒');
  expect([more, world.outside.texts.length]).toEqual([[], texts]);
  expect(await again('xiaolan', 'reminder-1')).toMatchObject({ ok: false, code: 'refused' });
});

test('failed once more it bothers neither the deputy nor the telephone', async () => {
  const [mails, texts] = [world.outside.mails.length, world.outside.texts.length];
  expect(await again('guzhen', 'reminder-1')).toMatchObject({ ok: true });
  expect(await outcomes(world, 'guzhen', 'resend-1')).toEqual(['liaison email rejected']);
  expect([world.outside.mails.length, world.outside.texts.length]).toEqual([mails, texts]);
});

test('a receipt is sent again though the unit has reported, a reminder is not', async () => {
  await submitAll(world, 'guzhen');
  expect(await outcomes(world, 'guzhen', 'receipt-1')).toEqual(['liaison email rejected']);
  world.outside.fail(mailOf('guzhen'), refused, 0);
  expect(await again('guzhen', 'reminder-1')).toMatchObject({ ok: false, code: 'refused' });
  expect(await again('guzhen', 'receipt-1')).toMatchObject({ ok: true });
  expect(await outcomes(world, 'guzhen', 'resend-2')).toEqual(['liaison email sent']);
  expect(world.outside.mailsTo(mailOf('guzhen')).at(-1)?.subject).toContain('回执');
});

test('a letter goes out in the words it was given, in the mail and in the file', async () => {
  await world.passTo(PRESS);
  const delivery = `${idOf('banfu')}#1#press-3#leader#letter`;
  const prepared = (await findDelivery(world.pool, delivery))?.content as DocumentText;
  const document = {
    ...prepared,
    title: '关于请支持报送\n2018年上半年/落实情况的函',
    addressee: '板芙镇党委、人民政府',
    paragraphs: ['承蒙支持，前期工作进展顺利。', '请于7月24日前报来，以便汇总。'],
  };
  expect(await act(world, 'banfu', { kind: 'edit-held', delivery, document })).toMatchObject({
    ok: true,
  });
  const leader = contactOf(plan, 'banfu', 'leader').email;
  expect(world.outside.mailsTo(leader)).toEqual([]);
  await act(world, 'banfu', { kind: 'release', delivery });
  const [mail, ...more] = world.outside.mailsTo(leader);
  expect(more).toEqual([]);
  expect(mail?.subject).toBe('关于请支持报送2018年上半年/落实情况的函');
  expect(mail?.text).toBe(
    ['板芙镇党委、人民政府：', ...document.paragraphs, '', prepared.signature, prepared.date].join(
      '\n',
    ),
  );
  const [file] = mail?.attachments ?? [];
  expect(file?.filename).toBe('关于请支持报送2018年上半年_落实情况的函.docx');
  const words = textsOf(file?.content as Buffer);
  for (const line of [...document.title.split('\n'), ...document.paragraphs, prepared.signature]) {
    expect(words).toContain(line);
  }
  for (const line of prepared.paragraphs) expect(words).not.toContain(line);
  const edit = { kind: 'edit-held', delivery, document } as const;
  expect(await act(world, 'banfu', edit)).toMatchObject({ ok: false, code: 'refused' });
});

test('and all of it is accounted for', async () => {
  await world.passTo(at('2018-07-19 15:00'));
  expect(await findUnaccounted(world.pool, await world.now())).toEqual([]);
  expect(await tasks(world, 'xiaolan')).not.toContain('unreachable');
  expect(await world.failedReplays()).toEqual([]);
});

const textsOf = (word: Buffer): string => xmlOf(word, 'word/document.xml').replace(/<[^>]*>/g, '');
