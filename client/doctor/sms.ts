/** Whether the SMS provider will accept the SMS of the coming year, by its approved templates, and as one part each. */

import { smsParts } from '../../domain/delivery/sms-length.ts';
import { SMS_KIND } from '../../domain/field-words.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { nominalDue, type Period, periodsOfPlan } from '../../domain/time/period.ts';
import type { SmsSettings } from '../../gateways/sms/settings.ts';
import { readContacts, readLeaves } from '../../store/read/contacts.ts';
import { type Finding, failed, few, ok, plain, type Said, said, warning } from '../bilingual.ts';
import { gathered, providerOf, refusal, type Sms, smsOf } from '../sms-refusals.ts';
import type { CheckDeps } from './plan.ts';

type SmsCheckDeps = CheckDeps & {
  readonly fixed: { readonly demonstration: boolean };
  readonly settings: {
    readonly SMS_GATEWAY?: string | undefined;
    readonly SMS_GATEWAY_FILE?: string | undefined;
    readonly SMS_URL?: string | undefined;
  };
};

/** No finding when the command line lacks the worker's SMS settings. */
export async function checkSms(deps: SmsCheckDeps): Promise<Finding[]> {
  const settings = settingsOrWhy(deps.settings);
  if (settings === null) return [];
  if (typeof settings === 'string') return [failed('短信', plain(settings))];
  return [judged(await smsOfNextYear(deps, settings), settings)];
}

function settingsOrWhy(sources: SmsCheckDeps['settings']): SmsSettings | string | null {
  try {
    return providerOf(sources);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function smsOfNextYear(
  { pool, plan, rules, now, fixed }: SmsCheckDeps,
  settings: SmsSettings,
): Promise<Sms[]> {
  const input = {
    plan: { ...plan, contacts: await readContacts(pool, plan.id) },
    leaves: await readLeaves(pool, plan.id),
    calendar: rules.calendar,
    zone: rules.zone,
    startedAt: null,
    demonstration: fixed.demonstration,
  };
  return smsOf(input, dueWithinAYear(plan, rules.zone.dayOf(await now())), settings);
}

function dueWithinAYear(plan: Plan, today: string): Period[] {
  const inAYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
  return periodsOfPlan(plan).filter((period) => {
    const due = nominalDue(period, plan.deadlines);
    return due >= today && due <= inAYear;
  });
}

function judged(all: readonly Sms[], settings: SmsSettings): Finding {
  const refused = all.filter((sms) => refusal(sms, settings) !== null).length;
  const lines = gathered(all, (sms) => refusal(sms, settings) ?? longer(sms));
  const n = all.length;
  if (lines.length === 0) {
    return ok(
      '短信',
      said(
        `今后一年的${n}条，服务商都能发，各为一条`,
        `The provider takes all ${n} SMS of the coming year, one part each`,
      ),
    );
  }
  const message = few(lines);
  if (refused === 0) return warning('短信', message, lines);
  const out = said(
    `${refused}条发不出去：${message.zh}`,
    `${refused} cannot be sent: ${message.en}`,
  );
  return failed('短信', out, lines);
}

const longer = ({ text, kind }: Sms): Said | null =>
  smsParts(text) === 1
    ? null
    : said(
        `${SMS_KIND[kind]}短信超过70字，要按多条计费`,
        `SMS of the kind ${kind} are longer than 70 characters and billed as several`,
      );
