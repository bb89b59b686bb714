/** Whether the SMS provider will take what the next year's SMS say: its approved templates, and one part each. */

import { SMS_KIND, type SmsKind } from '../../domain/kind-words.ts';
import { nominalDue, type Period, periodsOfPlan } from '../../domain/period.ts';
import type { Plan } from '../../domain/plan.ts';
import type { MessageKind } from '../../domain/policy.ts';
import { preview, replyExamples } from '../../domain/preview.ts';
import { codeSms } from '../../domain/texts/index.ts';
import { fitsProvider, type Misfit, wordingFor } from '../../gateways/sms/fits-provider.ts';
import { type SmsSources, smsSettingsFrom } from '../../gateways/sms/read-settings.ts';
import type { SmsSettings } from '../../gateways/sms/settings.ts';
import { readLeaves } from '../../store/leaves.ts';
import { readContacts } from '../../store/plans.ts';
import { CODE_MINUTES } from '../web/access/codes.ts';
import { type Finding, failed, few, ok, plain, type Said, said, warning } from './finding.ts';
import type { Asked } from './plan.ts';

type AskedOfSms = Asked & {
  readonly fixed: { readonly demonstration: boolean };
  readonly settings: {
    readonly SMS_GATEWAY?: string | undefined;
    readonly SMS_GATEWAY_FILE?: string | undefined;
    readonly SMS_URL?: string | undefined;
  };
};

type Sms = { readonly kind: SmsKind; readonly unitName: string; readonly text: string };

/** Nothing where the command line has not been given the worker's SMS settings. */
export async function checkSms(office: AskedOfSms): Promise<Finding[]> {
  const { SMS_GATEWAY, SMS_GATEWAY_FILE, SMS_URL } = office.settings;
  const sources = { smsGateway: SMS_GATEWAY, smsGatewayFile: SMS_GATEWAY_FILE, smsUrl: SMS_URL };
  if (Object.values(sources).every((source) => source === undefined)) return [];
  const settings = settingsOrWhy(sources);
  if (typeof settings === 'string') return [failed('短信', plain(settings))];
  return [judged(await smsOfNextYear(office, settings), settings)];
}

function settingsOrWhy(sources: SmsSources): SmsSettings | string {
  try {
    return smsSettingsFrom(sources);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function smsOfNextYear(
  { pool, plan, rules, now, fixed }: AskedOfSms,
  settings: SmsSettings,
): Promise<Sms[]> {
  const periods = dueWithinAYear(plan, rules.zone.dayOf(await now()));
  const input = {
    plan: { ...plan, contacts: await readContacts(pool, plan.id) },
    leaves: await readLeaves(pool, plan.id),
    calendar: rules.calendar,
    zone: rules.zone,
    startedAt: null,
    demonstration: fixed.demonstration,
    // As the sender does: a shorter wording may be the one that was approved.
    choose: (wordings: readonly string[], kind: MessageKind) =>
      wordingFor(wordings, settings, kind),
  };
  const { name, signature, phone } = plan.bureau;
  const code = { name: '', code: '123456', minutes: CODE_MINUTES, bureau: name, signature, phone };
  return [
    ...preview(input, periods).filter(({ channel }) => channel === 'sms'),
    ...replyExamples(input, periods),
    { kind: 'sign-in-code', unitName: '', ...codeSms(plan, { ...code, ...fixed }) },
  ];
}

function dueWithinAYear(plan: Plan, today: string): Period[] {
  const inAYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
  return periodsOfPlan(plan).filter((period) => {
    const due = nominalDue(period, plan.deadlines);
    return due >= today && due <= inAYear;
  });
}

/** One clause for each kind and reason, with how many and one of them in full. */
function judged(all: readonly Sms[], settings: SmsSettings): Finding {
  const odd = new Map<string, { readonly why: Said; readonly texts: Sms[] }>();
  let refused = 0;
  for (const sms of all) {
    const fit = fitsProvider(sms.text, settings, sms.kind);
    if (!fit.fits) refused += 1;
    const why = fit.fits
      ? longer(fit.parts, sms.kind)
      : said(fit.sentence, notSent(fit.misfit, sms.kind));
    if (why === null) continue;
    const same = odd.get(why.zh) ?? { why, texts: [] };
    odd.set(why.zh, same);
    same.texts.push(sms);
  }
  const lines = [...odd.values()].map(({ why, texts }) => withExample(why, texts));
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

const longer = (parts: number, kind: SmsKind): Said | null =>
  parts === 1
    ? null
    : said(
        `${SMS_KIND[kind]}短信超过70字，要按多条计费`,
        `SMS of the kind ${kind} are longer than 70 characters and billed as several`,
      );

const notSent = (misfit: Misfit, kind: SmsKind): string =>
  `SMS of the kind ${kind} ${MISFITS[misfit]}`;

const MISFITS: Readonly<Record<Misfit, string>> = {
  demonstration: 'carry the mark 【演示】, and no real provider sends a demonstration',
  'other signature': 'have another signature than the provider’s settings',
  'no template': 'fit none of the approved templates',
  'variable too long': 'fit a template only with a variable that is too long',
};

const withExample = ({ zh, en }: Said, texts: readonly Sms[]): Said => {
  const [first] = texts;
  const one = first ? `${first.unitName}“${first.text}”` : '';
  return said(`${zh}（${texts.length}条，例如${one}）`, `${en} (${texts.length}, e.g. ${one})`);
};
