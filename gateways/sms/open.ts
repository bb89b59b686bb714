import type { SmsGateway } from '../gateway.ts';
import { createAlibabaSms } from './alibaba/send.ts';
import { type Means, OWN_MEANS } from './attempt.ts';
import { wordingFor } from './fits-provider.ts';
import { createHttpSms } from './http/send.ts';
import { type SmsSettings, templatesOf } from './settings.ts';
import { createTencentSms } from './tencent/send.ts';
import { createYunMasSms } from './yunmas/send.ts';

/** The provider's gateway that the settings describe. One attempt per call, like every gateway. */
export function openSms(settings: SmsSettings, means: Means = OWN_MEANS): SmsGateway {
  const gateway = gatewayOf(settings, means);
  if (templatesOf(settings) === null) return gateway;
  return { ...gateway, choose: (wordings, kind) => wordingFor(wordings, settings, kind) };
}

function gatewayOf(settings: SmsSettings, means: Means): SmsGateway {
  switch (settings.provider) {
    case 'http':
      return createHttpSms(settings, means);
    case 'alibaba':
      return createAlibabaSms(settings, means);
    case 'tencent':
      return createTencentSms(settings, means);
    case 'yunmas':
      return createYunMasSms(settings, means);
  }
}
