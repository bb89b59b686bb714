import { expect, test } from 'vitest';
import type { Plan } from '../../../domain/plan/plan.ts';
import { speakAlike } from '../../../domain/texts/joint.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';

const other = (change: Partial<Plan>): Plan => ({ ...shippedPlan, id: 'other-plan', ...change });
const { bureau, texts } = shippedPlan;

test.each<[string, Partial<Plan>, boolean]>([
  ['title, work and basis, which no SMS names', { title: '甲', subject: '乙', basis: '丙' }, true],
  ['who is to be asked for', { bureau: { ...bureau, person: '乙' } }, true],
  ['another kind’s words', { texts: { ...texts, 'notice.sms': '请报送' } }, true],
  ['the words', { texts: { ...texts, 'reminder.sms': '请报送' } }, false],
  ['the telephone', { bureau: { ...bureau, phone: '0760-00000002' } }, false],
  ['the signature', { bureau: { ...bureau, signature: '财政局' } }, false],
  ['the language', { language: 'en' }, false],
  ['the zone', { zone: 'Asia/Urumqi' }, false],
])('plans that differ in %s', (_, change, alike) => {
  expect(speakAlike(shippedPlan, other(change), 'reminder')).toBe(alike);
});
