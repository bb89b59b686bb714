/**
 * Whether a provider will take a text, as one of its approved templates where it demands them. Pure, so that a plan's
 * texts can be checked before any of them is sent.
 */

import { smsParts } from '../../domain/delivery/sms-length.ts';
import { SMS_KIND } from '../../domain/field-words.ts';
import type { SmsKind } from '../../domain/plan/message-kinds.ts';
import {
  type Approved,
  DEMONSTRATION_MARK,
  fixedLength,
  parsedTemplate,
  signatureAndBody,
  valuesIn,
} from './approved-template.ts';
import { providerOf, type SmsSettings } from './providers.ts';
import type { ApprovedTemplate } from './setting-fields.ts';
import { templatesOf } from './settings.ts';

type Fit =
  | { readonly fits: true; readonly parts: number; readonly approved: Approved | null }
  | { readonly fits: false; readonly misfit: Misfit; readonly sentence: string };
export type Misfit = 'demonstration' | 'other signature' | 'no template' | 'variable too long';

/** @param text a whole SMS with its signature @param kind excludes templates that were approved for another kind */
export function fitsProvider(text: string, settings: SmsSettings, kind?: SmsKind): Fit {
  const parts = smsParts(text);
  const { longestVariable } = providerOf(settings);
  if (longestVariable === undefined) return { fits: true, parts, approved: null };
  const { signature, body } = signatureAndBody(text);
  if (body.startsWith(DEMONSTRATION_MARK)) return misfit('demonstration', kind);
  if ('signature' in settings && signature !== null && signature !== settings.signature) {
    return misfit('other signature', kind);
  }
  const templates = templatesOf(settings);
  if (templates === null) return { fits: true, parts, approved: null };
  const ofKind = templates.filter((one) => kind === undefined || (one.kind ?? kind) === kind);
  const approved = bestOf(body, ofKind, (one) => longestVariable(one, settings));
  if (approved !== null) return { fits: true, parts, approved };
  const isLong = bestOf(body, ofKind, () => Number.POSITIVE_INFINITY) !== null;
  return misfit(isLong ? 'variable too long' : 'no template', kind);
}

/** Whether the provider takes every text: an HTTP interface has no approved templates that we know of. */
export const takesAnyText = (settings: SmsSettings): boolean =>
  providerOf(settings).longestVariable === undefined;

/**
 * The wording to send, of several with the fullest first: the first that fits and is one part, otherwise the first that
 * fits, otherwise the last. Undefined for an empty list.
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
