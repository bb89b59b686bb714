/** The environment as typed settings; only main.ts files read it. An error names every wrong setting at once. */
import { z } from 'zod';
import { Problem } from './domain/problem.ts';

const port = z.coerce.number().int().min(0).max(65_535);
const optional = <T extends z.ZodType>(type: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), type.optional());

const Config = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  TEMPORAL_ADDRESS: z.string().min(1).default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  TASK_QUEUE: z.string().min(1).default('cuibao'),
  /** Code of the plan that this installation serves; its folder is under plans/. */
  PLAN: z.string().min(1).default('zhongshan-2017-2020'),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  MAIL_FROM: z.email().default('cuibao@zhongshan.example'),
  MAIL_REPLY_TO: optional(z.email()),
  /** Without it, SMTP_URL decides (docs/configuration.md). */
  SMTP_TLS: optional(z.enum(['starttls', 'opportunistic', 'implicit', 'none'])),
  SMTP_CA_FILE: optional(z.string()),
  SMTP_CONNECTIONS: z.coerce.number().int().min(1).max(50).default(5),
  SMTP_PER_SECOND: optional(z.coerce.number().int().min(1).max(1_000)),
  /** DKIM signature: all three or none. */
  DKIM_DOMAIN: optional(z.string()),
  DKIM_SELECTOR: optional(z.string()),
  DKIM_KEY_FILE: optional(z.string()),
  /** Bounces: both or none; the port opens the worker's SMTP door for them. */
  BOUNCE_ADDRESS: optional(z.email()),
  BOUNCE_SECRET: optional(z.string()),
  BOUNCE_SMTP_HOST: z.string().min(1).default('127.0.0.1'),
  BOUNCE_SMTP_PORT: optional(port),
  /** JSON of the SMS provider (docs/configuration.md), here or in a file, or SMS_URL for the sandbox. */
  SMS_GATEWAY: optional(z.string()),
  SMS_GATEWAY_FILE: optional(z.string()),
  SMS_URL: optional(z.url({ protocol: /^https?$/ })),
  /** JSON of a robot in the bureau's group chat. */
  BUREAU_ROBOT: optional(z.string()),
  SANDBOX_URL: optional(z.url({ protocol: /^http$/ })),
  /** The sandbox signs the SMS receipts it pushes with it. */
  SANDBOX_RECEIPTS_SECRET: optional(z.string().min(16)),
  SANDBOX_SMTP_URL: optional(z.url({ protocol: /^smtp$/ })),
  REAL_CHANNELS_CONFIRMED: z.string().default(''),
  EVERYTHING_TO: z.string().default(''),
  /** The address of the web pages, as people see it. */
  WEB_URL: optional(z.url({ protocol: /^https?$/ })),
  WEB_HOST: z.string().min(1).default('127.0.0.1'),
  WEB_PORT: port.default(8080),
  /** `yes`: the installation's own proxy sets X-Forwarded-For, which then identifies the client. */
  WEB_BEHIND_PROXY: z.enum(['yes', 'no']).default('no'),
  /** Single sign-on by OpenID Connect: all three or none. Needs WEB_URL, to which the provider redirects. */
  OIDC_ISSUER: optional(z.url({ protocol: /^https?$/ })),
  OIDC_CLIENT_ID: optional(z.string()),
  OIDC_CLIENT_SECRET: optional(z.string()),
  HEALTH_PORT: optional(port),
  TEMPORAL_UI_URL: optional(z.url()),
  /** Test server for rehearsals. */
  TEMPORAL_TEST_SERVER_PATH: optional(z.string()),
  /** A server on which a rehearsal creates its throw-away database. */
  DATABASE_ADMIN_URL: optional(z.url({ protocol: /^postgres(ql)?$/ })),
});

export type Config = z.infer<typeof Config>;
export type SomeConfig = { readonly [Name in keyof Config]?: Config[Name] | undefined };
type Env = Readonly<Record<string, string | undefined>>;

/** @throws Problem `invalid` with one line for each wrong setting; values are left out, they may be secrets */
export const readConfig = (env: Env): Config => read(Config, env);

/** For commands that need only some settings. */
export const readSomeConfig = (env: Env): SomeConfig => read(Config.partial(), env);

function read<T>(schema: z.ZodType<T>, env: Env): T {
  const result = schema.safeParse(env);
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, message }) => {
    const name = path.join('.');
    return env[name] === undefined ? `${name}：没有设置` : `${name}：${message}`;
  });
  throw new Problem(
    'invalid',
    `设置有误，没有启动：\n${lines.map((line) => `  ${line}`).join('\n')}\n各项的含义和示例见 .env.example。`,
  );
}
