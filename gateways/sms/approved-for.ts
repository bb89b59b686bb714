import { GatewayError, type SmsMessage } from '../gateway.ts';
import { type Approved, fitsProvider } from './fits-provider.ts';
import type { SmsSettings } from './settings.ts';

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
