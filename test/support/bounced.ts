/** The report that a mail could not be delivered, as the door for bounces hands it to the record. */
import { reference } from '../../gateways/reference.ts';

export const bounced = (messageKey: string, code = '5.1.1 550') => ({
  channel: 'email' as const,
  key: reference(messageKey),
  providerId: null,
  outcome: 'undelivered' as const,
  code,
  at: null,
});
