import { GatewayError } from '../gateway.ts';

/** @throws GatewayError `permanent` for what is not one number: several would multiply what one message costs. */
export function refuseOddNumber(to: string): void {
  if (/^\+?\d{5,15}$/.test(to)) return;
  throw new GatewayError('sms: not a mobile number', { permanent: true });
}

/** Eleven digits where it is a mainland mobile, as the carriers write it. */
export const mainland = (to: string): string => to.replace(/^\+86(?=1\d{10}$)/, '');

/** E.164, e.g. `+8613800000000`. */
export const international = (to: string): string => (/^1\d{10}$/.test(to) ? `+86${to}` : to);
