/** Receipts of SMS, pushed as a real provider does: a few times, until somebody answers. */
import { setTimeout as sleep } from 'node:timers/promises';

type Receipt = {
  readonly key: string;
  readonly id: string;
  readonly outcome: 'delivered' | 'undelivered';
};

export type Receipts = { push(receipt: Receipt): void; stop(): void };

/** Before each attempt: some seconds until the SMS arrives, then the pauses of a provider. */
const WAITS_MS = [3_000, 5_000, 20_000, 60_000];

/**
 * @param url without it nothing is pushed
 * @param waitsMs before each attempt
 */
export function createReceipts(
  url: string | undefined,
  waitsMs: readonly number[] = WAITS_MS,
): Receipts {
  const stopping = new AbortController();
  const { signal } = stopping;
  const push = async (receipt: Receipt) => {
    if (url === undefined) return;
    const body = JSON.stringify([{ ...receipt, code: CODE[receipt.outcome] }]);
    const headers = { 'Content-Type': 'application/json' };
    for (const wait of waitsMs) {
      await sleep(wait, undefined, { signal, ref: false });
      const answer = await fetch(url, { method: 'POST', headers, body, signal }).catch(() => null);
      if (answer?.ok) return;
    }
  };
  return {
    // Not awaited. Receipts that cannot be pushed are lost, as with a real provider.
    push: (receipt) => void push(receipt).catch(() => {}),
    stop: () => stopping.abort(),
  };
}

/** As Chinese carriers write them: delivered, and 空号 (no such number). */
const CODE = { delivered: 'DELIVRD', undelivered: 'MK:0001' } as const;
