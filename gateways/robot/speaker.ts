/** One provider's robot; what it answers is only that it has spoken. */
export type Speaker = {
  /** @throws GatewayError, and nothing else */
  send(text: string, signal?: AbortSignal): Promise<void>;
};
