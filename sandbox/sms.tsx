/** @jsxRuntime automatic @jsxImportSource hono/jsx */

/** The SMS provider that the sandbox plays: its interface, the SMS it took, and the page of each. */
import { Hono } from 'hono';
import { z } from 'zod';
import { maskMobile } from '../domain/people/masked.ts';
import type { Failures } from './failures.tsx';
import { Layout, NotFoundPage, shownTime } from './layout.tsx';
import { openNumberedFiles } from './numbered-files.ts';
import type { Receipts } from './sms-receipts.ts';
import { type Language, languageOf, wordsIn } from './words.ts';

const IncomingSms = z.object({
  to: z.string().min(1),
  text: z.string().min(1),
  /** The sender's reference: the same key twice is the same SMS. */
  key: z.string().min(1),
  /** The moment of sending in plan time; may be empty. */
  date: z.union([z.iso.datetime(), z.literal('')]).default(''),
});
type IncomingSms = z.infer<typeof IncomingSms>;

export type KeptSms = IncomingSms & {
  readonly seq: number;
  readonly id: string;
  /** This machine's clock. */
  readonly receivedAt: string;
  /** When the same key came again; repetitions are not delivered. */
  readonly repeated: readonly string[];
};
export type SmsStore = {
  keep(sms: IncomingSms): Promise<KeptSms>;
  /** Newest first; `to` is a part of the number. */
  list(to?: string): readonly KeptSms[];
  find(seq: number): KeptSms | undefined;
};

/** SMS as `.json` files and, as they are small, in memory too. */
export async function openSmsStore(dir: string): Promise<SmsStore> {
  const files = await openNumberedFiles(dir, 'json');
  const kept = new Map<number, KeptSms>();
  for (const seq of files.numbers()) kept.set(seq, JSON.parse(String(await files.read(seq))));

  const first = async (sms: IncomingSms): Promise<KeptSms> => {
    const receivedAt = new Date().toISOString();
    const record = (seq: number) => ({
      ...sms,
      seq,
      id: `sandbox-${seq}`,
      receivedAt,
      repeated: [],
    });
    const seq = await files.add((number) => JSON.stringify(record(number), null, 2));
    kept.set(seq, record(seq));
    return record(seq);
  };
  const again = async (earlier: KeptSms): Promise<KeptSms> => {
    const record = { ...earlier, repeated: [...earlier.repeated, new Date().toISOString()] };
    await files.replace(earlier.seq, JSON.stringify(record, null, 2));
    kept.set(earlier.seq, record);
    return record;
  };
  // One after the other, so that of two attempts at the same moment the second sees the first.
  let turn: Promise<unknown> = Promise.resolve();

  return {
    keep(sms) {
      const mine = turn.then(() => {
        const earlier = [...kept.values()].find(({ key }) => key === sms.key);
        return earlier ? again(earlier) : first(sms);
      });
      turn = mine.catch(() => undefined);
      return mine;
    },
    list: (to = '') =>
      [...kept.values()]
        .filter((sms) => sms.to.includes(to.trim()))
        .toSorted((a, b) => b.seq - a.seq),
    find: (seq) => kept.get(seq),
  };
}

const SMS_MODES = ['sms-refuse', 'sms-error', 'sms-hang', 'sms-undelivered'] as const;

/** The interface of an SMS provider (`POST /sms`), and the page of one SMS. */
export function smsRoutes({
  sms,
  failures,
  receipts,
}: {
  sms: SmsStore;
  failures: Failures;
  receipts: Receipts;
}): Hono {
  const routes = new Hono();

  routes.post('/sms', async (c) => {
    const incoming = IncomingSms.safeParse(await c.req.json().catch(() => undefined));
    if (!incoming.success) return c.json({ code: 'INVALID', message: 'to, text, key' }, 400);
    const misfortune = failures.spend(incoming.data.to, SMS_MODES);
    switch (misfortune) {
      case 'sms-refuse':
        return c.json({ code: 'REFUSED' }, 400);
      case 'sms-error':
        return c.json({ code: 'ERROR' }, 500);
      case 'sms-hang':
        return new Promise<Response>(() => undefined);
      case 'sms-undelivered':
      case undefined: {
        const kept = await sms.keep(incoming.data);
        const outcome = misfortune === undefined ? 'delivered' : 'undelivered';
        // A repetition is not delivered, so it has no receipt.
        if (kept.repeated.length === 0) receipts.push({ key: kept.key, id: kept.id, outcome });
        return c.json({ code: 0, id: kept.id, repeated: kept.repeated.length > 0 });
      }
    }
  });

  routes.get('/sms/:seq{\\d+}', (c) => {
    const language = languageOf(c.req.query('lang'));
    const kept = sms.find(Number(c.req.param('seq')));
    return kept
      ? c.html(SmsPage({ sms: kept, language }))
      : c.html(NotFoundPage({ language }), 404);
  });
  return routes;
}

function SmsPage({ sms, language }: { sms: KeptSms; language: Language }) {
  const words = wordsIn(language);
  const title = `${words.sms} → ${maskMobile(sms.to)}`;
  return (
    <Layout language={language} title={title} here={`/sms/${sms.seq}`}>
      <dl>
        <dt>{words.time}</dt>
        <dd>{shownTime(sms.date || sms.receivedAt)}</dd>
        <dt>{words.received}</dt>
        <dd>{shownTime(sms.receivedAt)}</dd>
        <dt>{words.providerId}</dt>
        <dd>{sms.id}</dd>
        <dt>{words.reference}</dt>
        <dd class="long">{sms.key}</dd>
        {sms.repeated.length > 0 && (
          <>
            <dt>{words.repeated}</dt>
            <dd>{sms.repeated.map(shownTime).join('、')}</dd>
          </>
        )}
      </dl>
      <h2>{words.text}</h2>
      <pre class="letter">{sms.text}</pre>
      <p>{`${Array.from(sms.text).length} ${words.characters}`}</p>
    </Layout>
  );
}
