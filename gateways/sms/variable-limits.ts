import type { ApprovedTemplate } from './setting-fields.ts';
import type { SmsSettings } from './settings.ts';

/**
 * The most characters a provider lets one variable have.
 * - Alibaba Cloud: 35 in a notice, 6 in a verification code. Source: help.aliyun.com/document_detail/101346.html,
 *   isv.PARAM_LENGTH_LIMIT.
 * - Tencent Cloud: 12, for accounts of enterprises no limit; 6 in a verification code. Source: the error codes
 *   InvalidParameterValue.TemplateParameterLengthLimit and .TemplateParameterFormatError of its SMS interface 2021-01-11.
 * - 云MAS: no figure in its interface description; the text's total is limited only.
 */
export function longestVariable(settings: SmsSettings, template: ApprovedTemplate): number {
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
