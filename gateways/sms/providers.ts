/**
 * The SMS providers. To add one, copy a provider's folder and add an entry here; settings, sending, receipts and the
 * checks of texts all read this table.
 */
import type { z } from 'zod';
import { ALIBABA_RECEIPTS } from './alibaba/receipts.ts';
import { createAlibabaSms } from './alibaba/send.ts';
import { AlibabaSms, longestAlibabaVariable } from './alibaba/settings.ts';
import type { Means, SmsSender } from './attempt.ts';
import { HTTP_RECEIPTS } from './http/receipts.ts';
import { createHttpSms } from './http/send.ts';
import { HttpSms } from './http/settings.ts';
import type { ReceiptForm } from './receipt-form.ts';
import type { ApprovedTemplate } from './setting-fields.ts';
import { TENCENT_RECEIPTS } from './tencent/receipts.ts';
import { createTencentSms } from './tencent/send.ts';
import { longestTencentVariable, TencentSms } from './tencent/settings.ts';
import { YUNMAS_RECEIPTS } from './yunmas/receipts.ts';
import { createYunMasSms } from './yunmas/send.ts';
import { YunMasSms } from './yunmas/settings.ts';

export const PROVIDERS = {
  http: {
    settings: HttpSms,
    open: createHttpSms,
    receipts: HTTP_RECEIPTS,
  },
  alibaba: {
    settings: AlibabaSms,
    open: createAlibabaSms,
    receipts: ALIBABA_RECEIPTS,
    longestVariable: longestAlibabaVariable,
  },
  tencent: {
    settings: TencentSms,
    open: createTencentSms,
    receipts: TENCENT_RECEIPTS,
    longestVariable: longestTencentVariable,
  },
  yunmas: {
    settings: YunMasSms,
    open: createYunMasSms,
    receipts: YUNMAS_RECEIPTS,
    // Its interface description has no figure; only the whole text is limited.
    longestVariable: () => Number.POSITIVE_INFINITY,
  },
} as const satisfies Readonly<Record<string, Provider<never>>>;

export type SmsSettings = z.infer<(typeof PROVIDERS)[keyof typeof PROVIDERS]['settings']>;

type Provider<Settings> = {
  readonly settings: z.ZodObject;
  open(settings: Settings, means: Means): SmsSender;
  readonly receipts: ReceiptForm;
  /** The most characters that a variable of the template may have. Absent where every text is taken. */
  longestVariable?(this: void, template: ApprovedTemplate, settings: Settings): number;
};

/** The entry that belongs to these settings. */
export const providerOf = ({ provider }: SmsSettings): Provider<SmsSettings> => PROVIDERS[provider];
