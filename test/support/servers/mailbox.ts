/** An SMTP server inside the test that keeps the mails, parsed, by recipient. */
import { type ParsedMail, simpleParser } from 'mailparser';
import type { BounceBack } from '../../../sandbox/bounce-back.ts';
import { createFailures, type Order } from '../../../sandbox/failures.tsx';
import { type Caught, catchMail, type MailCatcher } from '../../../sandbox/mail-catcher.ts';

export type ReceivedMail = ParsedMail & {
  /** From the envelope, not from the header. */
  readonly recipient: string;
  readonly raw: string;
};

export type Mailbox = ReturnType<typeof createMailbox>;

/**
 * Call `start()` before the tests and `close()` after them; the gateway sends to `url`.
 * @param bounces reports to the senders of mails that are ordered to bounce
 */
export function createMailbox(bounces?: Pick<BounceBack, 'report'>) {
  const failures = createFailures(null);
  const received: ReceivedMail[] = [];
  const unread = new Set<ReceivedMail>();
  let catcher: MailCatcher | undefined;

  const keep = async ({ to, raw }: Caught) => {
    const parsed = await simpleParser(raw);
    for (const recipient of to) {
      const mail = { ...parsed, recipient, raw: raw.toString('latin1') };
      received.push(mail);
      unread.add(mail);
    }
  };

  return {
    /** @param port 0: any free one */
    async start(port = 0): Promise<string> {
      catcher = await catchMail(keep, failures, port, bounces);
      return this.url;
    },
    get url(): string {
      if (!catcher) throw new Error('start the mailbox first');
      return `smtp://127.0.0.1:${catcher.port}`;
    },
    /** In order of arrival. Marks them as read. */
    to(address: string): readonly ReceivedMail[] {
      const mails = received.filter(({ recipient }) => recipient === address);
      for (const mail of mails) unread.delete(mail);
      return mails;
    },
    all: (): readonly ReceivedMail[] => received,
    /** Mails that no `to(…)` has returned. */
    unexpected: (): readonly ReceivedMail[] => [...unread],
    fail: (order: Order) => failures.order(order),
    heal: () => failures.clear(),
    empty() {
      received.length = 0;
      unread.clear();
    },
    async close(): Promise<void> {
      await catcher?.close();
      catcher = undefined;
    },
  };
}
