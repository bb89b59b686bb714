/** cuibao bounce: records one bounced mail from a file or standard input, for installations whose bounces go to an ordinary mailbox. */
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { Problem } from '../../domain/problem.ts';
import { type Taken, takeBounce } from '../../gateways/mail/bounce.ts';
import {
  bounceAddressesIn,
  readBounceMailbox,
  referenceIn,
} from '../../gateways/mail/bounce-address.ts';
import { bounceRecord } from '../../store/write/receipts.ts';
import { type Context, type Settings, withDatabase } from './context.ts';
import { say } from './terminal/say.ts';

export const bounce = (context: Context, file: string): Promise<void> =>
  withDatabase(context, async ({ pool, now, settings }) => {
    const raw = await read(file);
    const head = headersOf(raw);
    const about = referenceOf(head, settings);
    const taken = await takeBounce(bounceRecord(pool, now), about, { raw, sender: senderIn(head) });
    say(SENTENCES[taken]);
  });

const SENTENCES: Readonly<Record<Taken, string>> = {
  undelivered: '已记录：邮件没有送达，该邮箱已标记为退信。',
  'not now': '已记录：邮件暂未送达或被对方策略拒收，邮箱本身未判为无效。',
  unclear: '已记录：收到退信，但看不懂原因，请人工查看。',
  none: '这不是退信（自动回复、阅读回执或普通来信），没有记录。',
  'unknown message': '退信对应的邮件不在记录里（例如登录验证码），没有记录。',
};

async function read(file: string): Promise<Buffer> {
  if (file === '-') return buffer(process.stdin);
  try {
    return await readFile(file);
  } catch {
    throw new Problem('not_found', `读不了文件“${file}”；请核对路径，或用 - 从标准输入读取。`);
  }
}

/** The bounce's own headers, without those of the mail it quotes. */
function headersOf(raw: Buffer): string {
  const text = raw.toString('latin1').replaceAll('\r\n', '\n');
  const end = text.indexOf('\n\n');
  return end < 0 ? text : text.slice(0, end);
}

/** Mail fetchers store the envelope's recipient under various header names, so every header is searched for a signed address. */
function referenceOf(head: string, settings: Settings): string {
  const mailbox = readBounceMailbox(settings.BOUNCE_ADDRESS, settings.BOUNCE_SECRET);
  if (mailbox === null) {
    throw new Problem(
      'invalid',
      '没有设置 BOUNCE_ADDRESS 和 BOUNCE_SECRET，无法核对退信地址的签名。',
    );
  }
  for (const address of bounceAddressesIn(head)) {
    const found = referenceIn(address, mailbox);
    if (found !== null) return found;
  }
  throw new Problem(
    'refused',
    '信头里没有本系统签名的退信地址，不能当作退信；请用邮箱里收到的完整原件（.eml），不要转发件。',
  );
}

const senderIn = (head: string): string => /^Return-Path:\s*<([^>]*)>/im.exec(head)?.[1] ?? '';
