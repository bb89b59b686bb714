/** What a real provider does after it has taken an SMS: says whether it arrived, and says it again when nobody answers. */
import { setTimeout as sleep } from 'node:timers/promises';

type Receipt = {
  readonly key: string;
  readonly id: string;
  readonly outcome: 'delivered' | 'undelivered';
};

export type Receipts = { push(receipt: Receipt): void; stop(): void };

/** A telephone takes some seconds; then as providers do, a few times and no more. */
const AFTER_MS = [3_000, 5_000, 20_000, 60_000];

/**
 * @param url where to push to; nothing is pushed without one
 * @param afterMs how long before each attempt
 */
export function createReceipts(
  url: string | undefined,
  afterMs: readonly number[] = AFTER_MS,
): Receipts {
  const stopping = new AbortController();
  const { signal } = stopping;
  const push = async (receipt: Receipt) => {
    if (url === undefined) return;
    const body = JSON.stringify([{ ...receipt, code: CODE[receipt.outcome] }]);
    const headers = { 'Content-Type': 'application/json' };
    for (const wait of afterMs) {
      await sleep(wait, undefined, { signal, ref: false });
      const answer = await fetch(url, { method: 'POST', headers, body, signal }).catch(() => null);
      if (answer?.ok) return;
    }
  };
  return {
    // Nobody waits for it: what is not pushed in the end, the other side has to ask for.
    push: (receipt) => void push(receipt).catch(() => {}),
    stop: () => stopping.abort(),
  };
}

/** As Chinese carriers write them: delivered, and 空号 (no such number). */
const CODE = { delivered: 'DELIVRD', undelivered: 'MK:0001' } as const;
