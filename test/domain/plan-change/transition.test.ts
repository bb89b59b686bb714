/** Commands on a whole plan: accounts, contacts, codes, sessions, feeds. */
import { expect, test } from 'vitest';
import type { Account } from '../../../domain/people/address-owners.ts';
import type { PlanAct } from '../../../domain/plan-change/act.ts';
import type { PlanSituation } from '../../../domain/plan-change/situation.ts';
import { planTransition } from '../../../domain/plan-change/transition.ts';
import { day } from '../../../domain/time/time.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';

const account = (role: Account['role'], name: string): Account => ({
  id: `id-${name}`,
  role,
  name,
  email: `${name}@zhongshan.example`,
  mobile: null,
});

/** The shipped plan's contacts, marked by their names. */
const contacts: PlanSituation['contacts'] = shippedPlan.contacts.map((contact, index, all) => ({
  ...contact,
  ordinal: all.slice(0, index + 1).filter((c) => c.unit === contact.unit && c.role === contact.role)
    .length,
  mark: contact.name,
}));

const now: PlanSituation = {
  plan: shippedPlan,
  contacts,
  leaves: [],
  check: null,
  today: day('2018-07-09'),
  accounts: [account('administrator', 'wang')],
  signedIn: false,
  sendingPaused: false,
  feedFound: false,
  bounced: false,
};
const judge = (act: PlanAct, changed: Partial<PlanSituation> = {}) =>
  planTransition({ ...now, ...changed }, act);
const refused = (code: string, sentence: string) => ({
  ok: false,
  code,
  message: expect.stringContaining(sentence),
});

const adding = (role: Account['role'], email: string | null, mobile: string | null = null) =>
  ({ kind: 'add-account', role, name: '某人', email, mobile }) as const;

test.each([
  ['in another spelling', adding('administrator', 'WANG@zhongshan.example')],
  ['who is a contact of the bureau in that role', adding('officer', emailOf('officer'))],
])('an account is not added twice for somebody %s', (_name, act) => {
  expect(judge(act)).toMatchObject(refused('refused', '已有这一身份'));
});

test('a contact of a unit may have an account too', () => {
  expect(judge(adding('supervisor', emailOf('liaison')))).toMatchObject({ ok: true });
});

test('the last administrator cannot be removed; of two, either can', () => {
  const end = { kind: 'end-account', account: 'id-wang', reason: '调离' } as const;
  const supervisor = account('supervisor', 'li');
  expect(judge(end, { accounts: [...now.accounts, supervisor] })).toMatchObject(
    refused('refused', '唯一的管理员'),
  );
  const other = account('administrator', 'zhao');
  expect(judge(end, { accounts: [...now.accounts, other] })).toMatchObject({ ok: true });
  expect(judge({ ...end, account: 'id-li' }, { accounts: [supervisor] })).toMatchObject({
    ok: true,
  });
  expect(judge({ ...end, reason: ' ' })).toMatchObject(refused('invalid', '原因'));
});

const guzhen = { unit: 'guzhen', role: 'liaison', ordinal: 1 } as const;
const details = { name: '新人', email: 'new@zhongshan.example', mobile: null, phone: null };
const setting = (changed: object) =>
  ({
    kind: 'set-contact',
    place: guzhen,
    seen: '古镇镇联络员甲',
    contact: details,
    ...changed,
  }) as Extract<PlanAct, { kind: 'set-contact' }>;

test('the answer names the changes of a contact, with the mobile masked', () => {
  const contact = { ...details, mobile: '10911112222' };
  expect(judge(setting({ contact }))).toEqual({
    ok: true,
    message: expect.stringMatching(
      /^联系人 古镇镇联络员：姓名 “古镇镇联络员甲” → “新人”；.*手机 “109\*\*\*\*\d{4}” → “109\*\*\*\*2222”/,
    ),
  });
  const [same] = contacts.filter(({ unit, role }) => unit === 'guzhen' && role === 'liaison');
  expect(judge(setting({ contact: same }))).toMatchObject({ message: '与原来相同，没有改动。' });
});

test.each([
  ['nothing to reach them by', { contact: { ...details, email: null } }, 'invalid', '至少填一项'],
  ['a broken telephone', { contact: { ...details, phone: '12' } }, 'invalid', '“12”不合格式'],
  ['a unit nobody knows', { place: { ...guzhen, unit: 'nix' } }, 'not_found', '“nix”'],
  ['a second liaison', { place: { ...guzhen, ordinal: 2 }, seen: null }, 'invalid', '只能有一位'],
  [
    'an officer of a town, who could do the work of the bureau',
    { place: { ...guzhen, role: 'officer' }, seen: null },
    'invalid',
    '只属于汇总单位',
  ],
  [
    'a place behind the next free one',
    { place: { unit: 'jinrongju', role: 'officer', ordinal: 4 }, seen: null },
    'invalid',
    '现有2位',
  ],
  ['somebody not seen', { seen: '别人' }, 'superseded', '现在是古镇镇联络员甲'],
  ['somebody where there was nobody', { seen: null }, 'superseded', '已有改动'],
])('a contact is not set with %s', (_name, changed, code, sentence) => {
  expect(judge(setting(changed))).toMatchObject(refused(code, sentence));
});

test('a third officer takes the next place', () => {
  const place = { unit: 'jinrongju', role: 'officer', ordinal: 3 };
  expect(judge(setting({ place, seen: null }))).toMatchObject({
    message: expect.stringContaining('新增联系人 市金融局经办人（第 3 位）'),
  });
});

test('the bureau keeps one officer, a unit its liaison', () => {
  const removing = (name: string, place: object) =>
    ({ kind: 'remove-contact', seen: name, reason: '调离', place }) as PlanAct;
  const second = { unit: 'jinrongju', role: 'officer', ordinal: 2 };
  expect(judge(removing('金融局经办人乙', second))).toMatchObject({ ok: true });
  expect(judge(removing('金融局经办人甲', second))).toMatchObject(refused('superseded', '乙'));
  const alone = contacts.filter(({ name }) => name !== '金融局经办人乙');
  expect(
    judge(removing('金融局经办人甲', { ...second, ordinal: 1 }), { contacts: alone }),
  ).toMatchObject(refused('refused', '唯一的经办人'));
  expect(judge(removing('古镇镇联络员甲', guzhen))).toMatchObject(refused('refused', '联络员'));
});

test('a code is read out to a person of the plan, by any spelling of the address, never to an administrator', () => {
  const readOut = (address: string, checked = '回拨座机') =>
    judge({ kind: 'read-out-code', address, checked });
  expect(readOut('Liaison.Guzhen@zhongshan.example')).toMatchObject({ ok: true });
  expect(readOut('WANG@zhongshan.example')).toMatchObject(refused('refused', '管理员'));
  expect(readOut('13900001234')).toMatchObject(refused('not_found', '“139****1234”没有登记'));
  expect(readOut('liaison.guzhen@zhongshan.example', ' ')).toMatchObject(
    refused('invalid', '怎样核对'),
  );
});

test('only a person who is signed in can be signed out', () => {
  const end = { kind: 'end-sessions', address: 'liaison.guzhen@zhongshan.example' } as const;
  expect(judge(end)).toMatchObject(refused('not_found', '现在没有登录'));
  expect(judge(end, { signedIn: true })).toMatchObject({
    message: '已让古镇镇联络员甲在所有设备上退出。',
  });
});

test('a feed is for a unit of the roster or for the bureau', () => {
  const make = (unit: string | null) =>
    judge({ kind: 'make-feed', feed: 'f', tokenHash: 'h', unit });
  expect(make(null)).toMatchObject({ ok: true });
  expect(make('guzhen')).toMatchObject({ ok: true });
  expect(make('nix')).toMatchObject(refused('not_found', '“nix”'));
});

function emailOf(role: string): string | null {
  return shippedPlan.contacts.find((contact) => contact.role === role)?.email ?? null;
}
