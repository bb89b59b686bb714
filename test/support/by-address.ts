/** Gateways towards several real servers: who is written to decides which one is asked, as their own mail servers would. */
import type { MailGateway, SmsGateway } from '../../gateways/gateway.ts';

type Routes<Gateway> = Readonly<Record<string, Gateway>>;

/** @param routes part of an address → the gateway for it */
export const mailBy = (routes: Routes<MailGateway>, others: MailGateway): MailGateway => ({
  send: (message, signal) => routeOf(routes, others, message.to.address).send(message, signal),
  async close() {
    for (const gateway of [...Object.values(routes), others]) await gateway.close();
  },
});

/** @param routes a mobile → the gateway for it */
export const smsBy = (routes: Routes<SmsGateway>, others: SmsGateway): SmsGateway => ({
  send: (message, signal) => routeOf(routes, others, message.to).send(message, signal),
});

const routeOf = <Gateway>(routes: Routes<Gateway>, others: Gateway, to: string): Gateway =>
  Object.entries(routes).find(([part]) => to.includes(part))?.[1] ?? others;
