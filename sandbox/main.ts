import { createSandbox } from './sandbox.ts';

const port = (name: string, fallback: number): number => {
  const text = process.env[name] ?? String(fallback);
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0 && number <= 65_535) return number;
  console.error(`${name} 的值“${text}”不是端口号（0–65535）。请改正后再启动。`);
  process.exit(2);
};

const {
  SANDBOX_DIR = '.data/sandbox',
  SANDBOX_RECEIPTS_URL: receiptsUrl,
  SANDBOX_BOUNCE_PORT,
} = process.env;
const sandbox = await createSandbox({
  dir: SANDBOX_DIR,
  smtpPort: port('SANDBOX_SMTP_PORT', 1025),
  httpPort: port('SANDBOX_HTTP_PORT', 8025),
  receiptsUrl,
  bouncePort: SANDBOX_BOUNCE_PORT ? port('SANDBOX_BOUNCE_PORT', 0) : undefined,
});
console.log(
  `演示沙箱 ${sandbox.httpUrl}（邮件 ${sandbox.smtpUrl}，短信 POST ${sandbox.httpUrl}/sms）`,
);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void sandbox.close().then(() => process.exit(0)));
}
