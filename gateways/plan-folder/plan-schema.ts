/** plan.yaml, value by value; rules between values are in policy-rules.ts. Unknown keys are refused: they would do nothing. */
import { z } from 'zod';
import { isPhone } from '../../domain/people/addresses.ts';
import { STEP_KINDS } from '../../domain/plan/message-kinds.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Policy } from '../../domain/plan/policy.ts';
import { LANGUAGES } from '../../domain/plan/text-names.ts';
import { day, isDay, timeOfDay } from '../../domain/time/time.ts';

/** `HH:MM` before the end of the day. */
const isTimeOfDay = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

const time = z
  .string()
  .refine(isTimeOfDay, { error: '时刻应写成 09:00 这样，00:00 至 23:59' })
  .transform(timeOfDay);

const kind = z.enum(STEP_KINDS);

const addressing = z.strictObject({
  slot: z.enum(['liaison', 'deputy', 'leader', 'officer', 'office']),
  channels: z.array(z.enum(['email', 'sms', 'letter', 'slip', 'task'])).min(1),
  release: z.enum(['automatic', 'held']),
  onlyIf: z.enum(['unreached']).exactOptional(),
});

const step = z.strictObject({
  kind,
  days: z.int().min(-60).max(60),
  count: z.enum(['workdays', 'calendar-days']),
  at: time,
  repeatEvery: z.int().min(1).max(60).exactOptional(),
  to: z.array(addressing).min(1),
});

const classPolicy = z.strictObject({ highest: kind, wording: z.enum(['order', 'request']) });

const minutes = z
  .int()
  .min(0)
  .max(7 * 24 * 60);

const policySchema = z.strictObject({
  window: z.array(z.strictObject({ from: time, to: time })).min(1),
  steps: z.array(step).min(1),
  classes: z.strictObject({
    municipal: classPolicy,
    town: classPolicy,
    central: classPolicy,
    party: classPolicy,
    'people-organisation': classPolicy,
    court: classPolicy,
    association: classPolicy,
  }),
  fallback: z
    .strictObject({ channelMinutes: minutes, deputyMinutes: minutes, officerMinutes: minutes })
    .exactOptional(),
  perAddressHour: z.int().min(1).max(1000).exactOptional(),
  contactCheck: z.strictObject({ days: z.int().min(-60).max(-1), at: time }).exactOptional(),
  callListAt: time,
  digestAt: time.exactOptional(),
  groupText: z.strictObject({ robot: z.boolean().default(false) }).exactOptional(),
  compile: z.strictObject({
    afterWorkdays: z.int().min(1).max(60),
    draftAfterWorkdays: z.int().min(1).max(60),
    at: time,
    beforeSpringFestival: z.boolean(),
  }),
}) satisfies z.ZodType<Policy>;

/** The part of a Plan that plan.yaml holds. */
export type PlanSettings = Omit<Plan, 'items' | 'units' | 'contacts' | 'texts'>;

const text = z.string().trim().min(1);
const date = z
  .string()
  .refine(isDay, { error: '日期应写成 2017-08-09 这样，且确有这一天' })
  .transform(day);

/** A month and day within a half-year: reports are due in the half-year after their period. */
const monthDay = (from: string, to: string) =>
  z.string().refine((value) => isDay(`2001-${value}`) && from <= value && value <= to, {
    error: `应写成月-日，在 ${from} 至 ${to} 之间`,
  });

export const planSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, { error: '只用小写字母、数字和连字符' }),
  title: text,
  subject: text.max(20),
  basis: text.max(20),
  bureau: z.strictObject({
    unit: text,
    name: text,
    signature: z
      .string()
      .regex(/^[^【】()（）\s]{2,18}$/, { error: '2 至 18 个字，不带括号和空格' }),
    phone: z.string().refine(isPhone, { error: '应为带区号的固定电话，例如 0760-88888888' }),
    person: text,
  }),
  authority: z.strictObject({ name: text, office: text }),
  validFrom: date,
  validTo: date,
  zone: z.string().refine(isZone, { error: '应为时区名，例如 Asia/Shanghai' }),
  deadlines: z.strictObject({
    H1: monthDay('07-01', '12-31'),
    H2: monthDay('01-01', '06-30'),
    time: z
      .string()
      .refine((value) => value === '24:00' || isTimeOfDay(value), {
        error: '时刻应写成 17:30 这样，当日结束写 24:00',
      })
      .transform(timeOfDay),
    onNonWorkday: z.enum(['keep', 'next', 'previous']),
  }),
  scope: z.enum(['live-items', 'all-leads']),
  townItems: z.array(z.int().min(1)),
  policy: policySchema,
  online: z
    .url({ protocol: /^https?$/, error: '应为网址，例如 https://cuibao.example.gov.cn' })
    .optional(),
  language: z.enum(LANGUAGES).default('zh'),
}) satisfies z.ZodType<PlanSettings>;

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
