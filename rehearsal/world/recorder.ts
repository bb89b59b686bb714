/** Gateways that record messages, and fail where a test asks for it. */
import type {
  GatewayError,
  MailGateway,
  MailMessage,
  RobotGateway,
  RobotMessage,
  SmsGateway,
  SmsMessage,
} from '../../gateways/gateway.ts';

export type Recorder = {
  readonly mail: MailGateway;
  readonly sms: SmsGateway;
  readonly robot: RobotGateway;
  readonly mails: MailMessage[];
  readonly texts: SmsMessage[];
  /** Messages of the robot to the work group. */
  readonly said: RobotMessage[];
  /** The next `times` attempts to that address (`group`: the robot's) fail with this error. */
  fail(address: string, error: GatewayError, times?: number): void;
  mailsTo(address: string): MailMessage[];
};

export function recorder(): Recorder {
  const mails: MailMessage[] = [];
  const texts: SmsMessage[] = [];
  const said: RobotMessage[] = [];
  const failing = new Map<string, { error: GatewayError; times: number }>();
  const check = (address: string) => {
    const planned = failing.get(address);
    if (!planned || planned.times <= 0) return;
    planned.times -= 1;
    throw planned.error;
  };
  return {
    mails,
    texts,
    said,
    mail: {
      async send(message) {
        check(message.to.address);
        mails.push(message);
        return { providerId: `mail-${mails.length}` };
      },
      async close() {},
    },
    sms: {
      async send(message) {
        check(message.to);
        texts.push(message);
        return { providerId: `sms-${texts.length}` };
      },
    },
    robot: {
      async send(message) {
        check('group');
        said.push(message);
        return { providerId: `said-${said.length}` };
      },
    },
    fail(address, error, times = Number.POSITIVE_INFINITY) {
      failing.set(address, { error, times });
    },
    mailsTo: (address) => mails.filter((mail) => mail.to.address === address),
  };
}
