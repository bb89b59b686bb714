/** Sign-in codes leave at once, past the workflows: somebody waits for them, and a late one is worth nothing. */
import { codeMail, codeSms } from '../../domain/texts/messages/unit-message.ts';
import type { Channels } from '../../gateways/channels.ts';
import type { Pool } from '../../store/db/transaction.ts';
import { readContext } from '../../store/web-pages/context.ts';
import type { CodeToSend, Deps } from './deps.ts';

/** Through the installation's own channels: what may not reach real people does not here either. */
export const codeSender =
  (pool: Pool, plan: string, { mail, sms }: Pick<Channels, 'mail' | 'sms'>): Deps['sendCode'] =>
  async (sent: CodeToSend) => {
    const { rules, settings } = await readContext(pool, plan);
    const { name: bureau, signature, phone } = rules.plan.bureau;
    const { name, code, minutes } = sent;
    const { demonstration } = settings;
    const facts = { name, code, minutes, bureau, signature, phone, demonstration };
    const key = `sign-in#${sent.id}`;
    const date = new Date(sent.at);
    if (sent.to.way === 'sms') {
      const words = codeSms(rules.plan, facts);
      await sms.send({ key, to: sent.to.text, ...words, kind: 'sign-in-code', date });
      return;
    }
    const to = { name: sent.name, address: sent.to.text };
    const words = codeMail(rules.plan, facts);
    await mail.send({ key, to, ...words, attachments: [], date });
  };
