/**
 * Whether a provider will take a text: as one of its approved templates where it demands them. Pure, so that a plan's
 * texts can be checked long before the first of them is sent.
 */

import { smsParts } from '../../domain/delivery/sms-length.ts';
import { SMS_KIND, type SmsKind } from '../../domain/plan/message-kinds.ts';
import { GatewayError, type SmsMessage } from '../gateway.ts';
import { fixedLength, parsedTemplate, type Values, valuesIn } from './approved-template.ts';
import type { ApprovedTemplate } from './setting-fields.ts';
import { type SmsSettings, templatesOf } from './settings.ts';

type Approved = { readonly id: string; readonly values: Values };

type Fit =
  | { readonly fits: true; readonly parts: number; readonly approved: Approved | null }
  | { readonly fits: false; readonly misfit: Misfit; readonly sentence: string };
export type Misfit = 'demonstration' | 'other signature' | 'no template' | 'variable too long';

/** @param text a whole SMS, its signature included @param kind leaves out templates that were approved for another */
export function fitsProvider(text: string, settings: SmsSettings, kind?: SmsKind): Fit {
  const parts = smsParts(text);
  if (settings.provider === 'http') return { fits: true, parts, approved: null };
  const { signature, body } = divided(text);
  if (body.startsWith(MARK)) return misfit('demonstration', kind);
  if ('signature' in settings && signature !== null && signature !== settings.signature) {
    return misfit('other signature', kind);
  }
  const templates = templatesOf(settings);
  if (templates === null) return { fits: true, parts, approved: null };
  const ofKind = templates.filter((one) => kind === undefined || (one.kind ?? kind) === kind);
  const approved = bestOf(body, ofKind, (one) => longestVariable(settings, one));
  if (approved !== null) return { fits: true, parts, approved };
  const isLong = bestOf(body, ofKind, () => Number.POSITIVE_INFINITY) !== null;
  return misfit(isLong ? 'variable too long' : 'no template', kind);
}

/**
 * Of several wordings, fullest first: the first that fits and is one part; without one, the first that fits; without
 * that, the last. Undefined for none.
 */
export function wordingFor(
  wordings: readonly string[],
  settings: SmsSettings,
  kind?: SmsKind,
): string | undefined {
  const fits = wordings.map((text) => ({ text, fit: fitsProvider(text, settings, kind) }));
  const best =
    fits.find(({ fit }) => fit.fits && fit.parts === 1) ?? fits.find(({ fit }) => fit.fits);
  return best?.text ?? wordings.at(-1);
}

/** The text without its signature, as a provider wants it that puts the signature on by itself. */
export const withoutSignature = (text: string): string => divided(text).body;

const MARK = '【演示】';

function divided(text: string): { signature: string | null; body: string } {
  const found = /^【([^】]*)】/.exec(text);
  // A text without a signature must not lose its mark to it.
  if (!found || found[0] === MARK) return { signature: null, body: text };
  return { signature: found[1] ?? null, body: text.slice(found[0].length) };
}

function bestOf(
  body: string,
  templates: readonly ApprovedTemplate[],
  longest: (template: ApprovedTemplate) => number,
): Approved | null {
  const fitting = templates.flatMap((one) => {
    const parsed = parsedTemplate(one.text);
    const values = valuesIn(body, parsed, longest(one));
    return values === null ? [] : [{ id: one.id, values, fixed: fixedLength(parsed) }];
  });
  const [best] = fitting.toSorted((a, b) => b.fixed - a.fixed);
  return best ? { id: best.id, values: best.values } : null;
}

function misfit(which: Misfit, kind: SmsKind | undefined): Fit {
  const what = kind === undefined ? '这条短信' : `${SMS_KIND[kind]}短信`;
  return { fits: false, misfit: which, sentence: SENTENCES[which](what) };
}

const SENTENCES: Readonly<Record<Misfit, (what: string) => string>> = {
  demonstration: (what) => `${what}带有【演示】标记，真实服务商不发演示内容，请改用内置沙箱`,
  'other signature': (what) => `${what}的签名与服务商设置里的 signature 不同，请改成一致`,
  'no template': (what) => `${what}的内容与已审批的模板都对不上，请申请模板或改正设置里的 text`,
  'variable too long': (what) =>
    `${what}只在变量超长时才对得上模板，请把固定文字写进模板、缩短单位名称或改用更短的措辞`,
};

/**
 * The most characters a provider lets one variable have.
 * - Alibaba Cloud: 35 in a notice, 6 in a verification code. Source: help.aliyun.com/document_detail/101346.html,
 *   isv.PARAM_LENGTH_LIMIT.
 * - Tencent Cloud: 12, for accounts of enterprises no limit; 6 in a verification code. Source: the error codes
 *   InvalidParameterValue.TemplateParameterLengthLimit and .TemplateParameterFormatError of its SMS interface 2021-01-11.
 * - 云MAS: no figure in its interface description; the text's total is limited only.
 */
function longestVariable(settings: SmsSettings, template: ApprovedTemplate): number {
  switch (settings.provider) {
    case 'alibaba':
      return isVerificationCode(template) ? 6 : 35;
    case 'tencent':
      if (isVerificationCode(template)) return 6;
      return settings.account === 'individual' ? 12 : Number.POSITIVE_INFINITY;
    case 'yunmas':
    case 'http':
      return Number.POSITIVE_INFINITY;
  }
}

/** A template with one of these words is of the type 验证码 (help.aliyun.com/document_detail/2806243.html). */
const isVerificationCode = ({ text }: ApprovedTemplate): boolean =>
  /验证码|注册码|校验码|动态码/.test(text);

/**
 * The approved template and its values that say what the message says; null where free text is taken.
 * @throws GatewayError `misconfigured` with a sentence that names the kind: templates and texts have come apart
 */
export function approvedFor(message: SmsMessage, settings: SmsSettings): Approved | null {
  const fit = fitsProvider(message.text, settings, message.kind);
  if (fit.fits) return fit.approved;
  throw new GatewayError(`sms: ${fit.sentence}`, { misconfigured: true });
}

/** For providers that know templates only. @throws GatewayError `misconfigured` */
export function templateFor(message: SmsMessage, settings: SmsSettings): Approved {
  const approved = approvedFor(message, settings);
  if (approved !== null) return approved;
  throw new GatewayError('sms: no templates', { misconfigured: true });
}
