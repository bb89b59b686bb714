import { GatewayError, type SmsGateway, type SmsMessage } from '../gateway.ts';
import type { Approved } from './approved-template.ts';
import { type Means, OWN_MEANS } from './attempt.ts';
import { fitsProvider, wordingFor } from './fits-provider.ts';
import { providerOf, type SmsSettings } from './providers.ts';
import { templatesOf } from './settings.ts';

/** The gateway of the provider that the settings describe. One attempt per call, like every gateway. */
export function openSms(settings: SmsSettings, means: Means = OWN_MEANS): SmsGateway {
  const { send, pollReceipts } = providerOf(settings).open(settings, means);
  return {
    async send(message, signal) {
      refuseOddNumber(message.to);
      return send(message, approvedFor(message, settings), signal);
    },
    ...(pollReceipts && { pollReceipts }),
    ...(templatesOf(settings) !== null && {
      choose: (wordings, kind) => wordingFor(wordings, settings, kind),
    }),
  };
}

/** @throws GatewayError `permanent` for what is not one number: a list would multiply what one message costs */
function refuseOddNumber(to: string): void {
  if (/^\+?\d{5,15}$/.test(to)) return;
  throw new GatewayError('sms: not a mobile number', { permanent: true });
}

/**
 * The approved template and its values that make this text; null where the provider takes free text.
 * @throws GatewayError `misconfigured` with a sentence that names the kind: the templates do not match the texts
 */
function approvedFor(message: SmsMessage, settings: SmsSettings): Approved | null {
  const fit = fitsProvider(message.text, settings, message.kind);
  if (fit.fits) return fit.approved;
  throw new GatewayError(`sms: ${fit.sentence}`, { misconfigured: true });
}
