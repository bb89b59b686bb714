/** Whether two plans say the same thing in the same words. */
import type { Plan } from './plan/plan.ts';
import type { MessageKind } from './plan/policy.ts';

/** Of an SMS: its wording and all that it may name of a plan (rule 17). */
export function speakAlike(one: Plan, other: Plan, kind: MessageKind): boolean {
  if (one.id === other.id) return true;
  return JSON.stringify(voiceOf(one, kind)) === JSON.stringify(voiceOf(other, kind));
}

const voiceOf = ({ language, bureau, zone, texts }: Plan, kind: MessageKind): unknown[] => [
  language,
  zone,
  bureau.signature,
  bureau.phone,
  Object.entries(texts).find(([name]) => name === `${kind}.sms`),
];
