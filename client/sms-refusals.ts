/** Which SMS of a plan the SMS provider would refuse, checked before any of them is sent. */
import type { SmsKind } from '../domain/plan/message-kinds.ts';
import {
  type PlannedMessage,
  type PreviewInput,
  plannedMessages,
  replyExamples,
} from '../domain/preview/preview.ts';
import { Problem } from '../domain/problem.ts';
import { CODE_MINUTES, codeSms } from '../domain/texts/messages/code.ts';
import type { SmsChoice } from '../domain/texts/messages/unit-message.ts';
import { type Period, periodsOfPlan } from '../domain/time/period.ts';
import {
  fitsProvider,
  type Misfit,
  takesAnyText,
  wordingFor,
} from '../gateways/sms/fits-provider.ts';
import { type SmsSettings, smsSettingsFrom, templatesOf } from '../gateways/sms/settings.ts';
import { type Said, said } from './bilingual.ts';

export type Sms = { readonly kind: SmsKind; readonly unitName: string; readonly text: string };

type Sources = {
  readonly SMS_GATEWAY?: string | undefined;
  readonly SMS_GATEWAY_FILE?: string | undefined;
  readonly SMS_URL?: string | undefined;
};

/** Null when the command line lacks the worker's SMS settings. @throws Problem `invalid` for wrong ones */
export function providerOf({
  SMS_GATEWAY,
  SMS_GATEWAY_FILE,
  SMS_URL,
}: Sources): SmsSettings | null {
  const sources = { smsGateway: SMS_GATEWAY, smsGatewayFile: SMS_GATEWAY_FILE, smsUrl: SMS_URL };
  return Object.values(sources).every((source) => source === undefined)
    ? null
    : smsSettingsFrom(sources);
}

/** Chooses among wordings as the SMS gateway does: with approved templates a shorter one may be the only one that fits. */
export const chosenFor = (provider: SmsSettings): SmsChoice | undefined =>
  templatesOf(provider) === null
    ? undefined
    : (wordings, kind) => wordingFor(wordings, provider, kind);

/** Why the provider would refuse it; null when it would take it. */
export function refusal({ text, kind }: Sms, provider: SmsSettings): Said | null {
  const fit = fitsProvider(text, provider, kind);
  return fit.fits ? null : said(fit.sentence, `SMS of the kind ${kind} ${MISFITS[fit.misfit]}`);
}

const MISFITS: Readonly<Record<Misfit, string>> = {
  demonstration: 'carry the mark 【演示】, and no real provider sends a demonstration',
  'other signature': 'have another signature than the provider’s settings',
  'no template': 'fit none of the approved templates',
  'variable too long': 'fit a template only with a variable that is too long',
};

/** One clause for each reason, with the number of SMS and one example in full. */
export function gathered(all: Iterable<Sms>, why: (sms: Sms) => Said | null): Said[] {
  const odd = new Map<string, { readonly reason: Said; readonly texts: Sms[] }>();
  for (const sms of all) {
    const reason = why(sms);
    if (reason === null) continue;
    const same = odd.get(reason.zh) ?? { reason, texts: [] };
    odd.set(reason.zh, same);
    same.texts.push(sms);
  }
  return [...odd.values()].map(({ reason, texts }) => withExample(reason, texts));
}

const withExample = ({ zh, en }: Said, texts: readonly Sms[]): Said => {
  const [first] = texts;
  const one = first ? `${first.unitName}“${first.text}”` : '';
  return said(`${zh}（${texts.length}条，例如${one}）`, `${en} (${texts.length}, e.g. ${one})`);
};

export const refusedOf = (all: Iterable<Sms>, provider: SmsSettings): Said[] =>
  gathered(all, (sms) => refusal(sms, provider));

/** Wrong SMS settings of the command line give a sentence too, not an error. */
export function refusedSentences(rules: PlanRules, sources: Sources): string[] {
  try {
    const refused = refusedOfPlan(rules, providerOf(sources));
    return refused.map(({ zh }) => `短信服务商会拒发：${zh}。`);
  } catch (error) {
    if (error instanceof Problem) return [error.message];
    throw error;
  }
}

type PlanRules = Pick<PreviewInput, 'plan' | 'calendar' | 'zone'>;

/** Checks one first and one second half-year: the others differ in dates only. */
export function refusedOfPlan(rules: PlanRules, provider: SmsSettings | null | undefined): Said[] {
  if (!provider || takesAnyText(provider)) return [];
  const all = periodsOfPlan(rules.plan);
  const halves = [1, 2].flatMap((half) => all.find((each) => each.endsWith(`H${half}`)) ?? []);
  const input = { ...rules, leaves: [], startedAt: null, demonstration: false };
  return refusedOf(smsOf(input, halves, provider), provider);
}

/** The SMS of these periods when every mail arrives, the replies to units, and a sign-in code. */
export function smsOf(
  input: PreviewInput,
  periods: readonly Period[],
  provider: SmsSettings,
): Sms[] {
  const { plan, demonstration } = input;
  const asSent = { ...input, choose: chosenFor(provider) };
  const { name, signature, phone } = plan.bureau;
  const code = { name: '', code: '123456', minutes: CODE_MINUTES, bureau: name, signature, phone };
  return [
    ...textsOf(plannedMessages(asSent, periods)),
    ...replyExamples(asSent, periods),
    { kind: 'sign-in-code', unitName: '', ...codeSms(plan, { ...code, demonstration }) },
  ];
}

/** Only the SMS, with their texts. */
export const textsOf = (messages: readonly PlannedMessage[]): Sms[] =>
  messages
    .filter(({ channel }) => channel === 'sms')
    .map(({ kind, unitName, words }) => ({ kind, unitName, text: words().text }));
