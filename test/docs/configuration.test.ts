import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../config.ts';
import { openChannels } from '../../gateways/channels.ts';
import { openRobot } from '../../gateways/robot/open.ts';
import { PROVIDERS } from '../../gateways/sms/providers.ts';
import { readSmsSettings } from '../../gateways/sms/settings.ts';
import { read, section } from './files.ts';

const example = read('.env.example');
const page = read('docs/configuration.md');

const namesIn = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].map((found) => found[1] ?? ''))].sort();

const ofProgram = namesIn(read('config.ts'), /^ {2}([A-Z_]+):/gm);
const ofCompose = namesIn(read('docker-compose.yml'), /\$\{([A-Z_]+)/g);
const inTable = (heading: string) => namesIn(section(page, heading), /^\| `([A-Z_]+)` \|/gm);

/** The example with its commented lines switched on. */
const shown = parseEnv(example.replace(/^# (?=[A-Z_]+=)/gm, ''));

describe('the settings are the same everywhere', () => {
  test('config.ts and the table of docs/configuration.md', () => {
    expect(ofProgram.length).toBeGreaterThan(15);
    expect(inTable('## Settings')).toEqual(ofProgram);
  });

  test('docker-compose.yml and its table', () => {
    const needed = [...new Set([...ofCompose, 'COMPOSE_PROFILES'])];
    expect(inTable('## Docker Compose')).toEqual(
      needed.filter((name) => !ofProgram.includes(name)).sort(),
    );
  });

  test('.env.example holds all of both and nothing else, each once', () => {
    const names = [...example.matchAll(/^(?:# )?([A-Z_]+)=/gm)].map((found) => found[1] ?? '');
    expect(names.sort()).toEqual(
      [...new Set([...ofProgram, ...ofCompose, 'COMPOSE_PROFILES'])].sort(),
    );
  });
});

describe('the defaults are the same everywhere', () => {
  const required = { DATABASE_URL: 'postgres://x/y', SMTP_URL: 'smtp://x' };
  const defaults = Object.entries(readConfig(required)).filter(
    ([name, value]) => !(name in required) && value !== undefined && value !== '',
  );

  test.each(defaults)('%s=%s', (name, value) => {
    expect(page).toContain(`| \`${name}\` | \`${value}\` |`);
    expect(shown[name]).toBe(String(value));
  });
});

describe('the examples are settings', () => {
  const examplesIn = (heading: string) =>
    [...section(page, heading).matchAll(/```json\n(.*?)```/gs)].map((found) => found[1] ?? '');

  test.each(examplesIn('## SMS providers'))('%s', (json) => {
    const settings = readSmsSettings(JSON.parse(json));
    expect(settings).toMatchObject(JSON.parse(json) as object);
  });

  test.each(examplesIn('## `BUREAU_ROBOT`'))('%s', (json) => {
    expect(openRobot(json)).not.toBeNull();
  });

  test('one for every provider', () => {
    const providers = examplesIn('## SMS providers').map((json) =>
      String(JSON.parse(json).provider),
    );
    expect(providers.sort()).toEqual(Object.keys(PROVIDERS).sort());
  });
});

describe('a copy of .env.example', () => {
  const env = {
    ...parseEnv(example),
    DATABASE_URL: 'postgres://cuibao:secret@postgres:5432/cuibao',
  };

  test('is a trial in which everything goes to one address', async () => {
    const config = readConfig(env);
    const channels = openChannels({
      planId: config.PLAN,
      bureau: '市金融局',
      smtpUrl: config.SMTP_URL,
      mailFrom: config.MAIL_FROM,
      mailReplyTo: config.MAIL_REPLY_TO,
      smsUrl: config.SMS_URL,
      smsGateway: config.SMS_GATEWAY,
      smsGatewayFile: config.SMS_GATEWAY_FILE,
      bureauRobot: config.BUREAU_ROBOT,
      sandboxUrl: config.SANDBOX_URL,
      sandboxSmtpUrl: config.SANDBOX_SMTP_URL,
      confirmed: config.REAL_CHANNELS_CONFIRMED,
      everythingTo: config.EVERYTHING_TO,
    });
    expect(channels.reach).toBe('me');
    await channels.mail.close();
  });

  test('holds no secret', () => {
    for (const [name, value] of Object.entries(env)) {
      if (name.endsWith('PASSWORD')) expect(value, name).toBe('');
    }
  });
});
