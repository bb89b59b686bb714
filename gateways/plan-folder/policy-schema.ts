/** The `policy` part of plan.yaml. Shapes here; rules between values in policy-rules.ts. */
import { z } from 'zod';
import type { Policy } from '../../domain/plan/policy.ts';
import { timeOfDay } from '../../domain/time/time.ts';
import { isTimeOfDay } from './formats.ts';

const time = z
  .string()
  .refine(isTimeOfDay, { error: '时刻应写成 09:00 这样，00:00 至 23:59' })
  .transform(timeOfDay);

const kind = z.enum(['notice', 'reminder', 'due', 'chase', 'press', 'supervise']);

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

export const policySchema = z.strictObject({
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
