import { PassThrough, type Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import DKIM from 'nodemailer/lib/dkim';
import { GatewayError, type MailGateway, type MailMessage, TOTAL_LIMIT_MS } from '../gateway.ts';
import { type MailLimits, transportOptions } from '../mail-transport.ts';
import { type MailSender, mailContent } from './content.ts';
import { judgeMailFailure, type SmtpFailure } from './failure.ts';
import type { MailServer } from './settings.ts';

const LIMITS: MailLimits = {
  connect: 10_000,
  greeting: 10_000,
  silence: 30_000,
  total: TOTAL_LIMIT_MS,
};

/**
 * Sends mails through one SMTP server (`smtp://` or `smtps://`, name and password in the URL), a few connections kept
 * open. One attempt per call: the pool's own retries are off.
 * @throws Problem `invalid` when the URL is not an SMTP URL
 */
export function createMailGateway(
  server: MailServer,
  sender: MailSender,
  limits: MailLimits = LIMITS,
): MailGateway {
  const transport = createTransport(transportOptions(server, limits));
  // The signal is the one thing of ours that a mail still carries inside the transport.
  const bodies = new WeakMap<AbortSignal, Readable>();
  const signed = signerOf(server);
  transport.use('stream', (mail, done) => {
    const { message, data } = mail;
    message?.processFunc((input) => {
      const body = passedOn(signed(input));
      if (data.signal) bodies.set(data.signal, body);
      return body;
    });
    done();
  });

  return {
    async send(message, signal) {
      refuseOddAddress(message);
      const stop = AbortSignal.any([
        AbortSignal.timeout(limits.total),
        ...(signal ? [signal] : []),
      ]);
      try {
        const content = mailContent(message, sender);
        const info = await transport.sendMail({ ...content, signal: stop });
        return { providerId: info.messageId };
      } catch (failure) {
        // The failure itself stays here: its text repeats the address.
        throw judgeMailFailure(failure as SmtpFailure, hasBegun(bodies.get(stop)));
      }
    },
    async close() {
      transport.close();
    },
  };
}

/**
 * Signed here and not by the transport's own option: that one comes behind our stream and reads it whole before the
 * server is even asked, so that nobody could tell any more whether the mail has begun to go out.
 */
function signerOf({ dkim }: MailServer): (mail: Readable) => Readable {
  if (dkim === undefined) return (mail) => mail;
  const { domain: domainName, selector: keySelector, privateKey } = dkim;
  const signer = new DKIM({ domainName, keySelector, privateKey });
  return (mail) => signer.sign(mail);
}

/** The mail's own bytes, in a stream that shows whether anybody has begun to read it. */
function passedOn(input: Readable): Readable {
  const body = new PassThrough();
  input.on('error', (error) => body.destroy(error));
  return input.pipe(body);
}

/** The connection reads the body only when the server has answered DATA with 354; from then on silence leaves doubt. */
const hasBegun = (body: Readable | undefined) => body?.readableDidRead ?? false;

/** nodemailer quotes what is odd and passes it on; a lenient server could deliver it to somebody else. */
function refuseOddAddress({ to }: MailMessage): void {
  if (/^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/.test(to.address)) return;
  throw new GatewayError('mail: not an e-mail address', { permanent: true });
}
