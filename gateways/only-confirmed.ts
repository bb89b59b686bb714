/** Real channels that carry only what somebody has confirmed, plan by plan (docs/rules.md rule 18). */
import { GatewayError, type HandedOver } from './gateway.ts';

type OfPlans = { readonly plans?: readonly string[] | undefined };
type Channel<Message> = {
  send(message: Message, signal?: AbortSignal): Promise<HandedOver>;
};

/**
 * The same gateway, but a message of a plan that nobody has confirmed fails for now: it goes out once that has been done.
 * @param from as the gateway's own errors begin: `mail`, `sms` or `robot`
 */
export const onlyConfirmed = <Message extends OfPlans, Gateway extends Channel<Message>>(
  gateway: Gateway,
  from: 'mail' | 'sms' | 'robot',
  isConfirmed: (plan: string) => boolean,
): Gateway => ({
  ...gateway,
  async send(message: Message, signal?: AbortSignal) {
    const unconfirmed = (message.plans ?? []).find((plan) => !isConfirmed(plan));
    if (unconfirmed !== undefined)
      throw new GatewayError(`${from}: plan ${unconfirmed} not confirmed`, { misconfigured: true });
    return gateway.send(message, signal);
  },
});
