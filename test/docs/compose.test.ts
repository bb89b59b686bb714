import { statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { exists, read, root } from './files.ts';

const Service = z.strictObject({
  image: z.string(),
  build: z.literal('.').optional(),
  init: z.boolean().optional(),
  restart: z.enum(['no', 'unless-stopped']),
  profiles: z.array(z.enum(['trial', 'tools'])).optional(),
  cap_drop: z.tuple([z.literal('ALL')]).optional(),
  security_opt: z.tuple([z.literal('no-new-privileges:true')]).optional(),
  env_file: z.tuple([z.literal('.env')]).optional(),
  environment: z.record(z.string(), z.string()).optional(),
  depends_on: z
    .record(
      z.string(),
      z.strictObject({
        condition: z.enum(['service_healthy', 'service_completed_successfully']),
      }),
    )
    .optional(),
  entrypoint: z.array(z.string()).optional(),
  command: z.array(z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  ports: z.array(z.string()).optional(),
  networks: z.array(z.enum(['inside', 'outside'])).min(1),
  stop_grace_period: z.string().optional(),
  healthcheck: z
    .strictObject({
      test: z.array(z.string()).min(2),
      interval: z.string(),
      timeout: z.string(),
      retries: z.number(),
      start_period: z.string().optional(),
    })
    .optional(),
});

const Compose = z.object({
  name: z.literal('cuibao'),
  services: z.record(z.string(), Service),
  networks: z.record(z.string(), z.object({ internal: z.boolean().optional() })),
  volumes: z.record(z.string(), z.object({})),
});

const text = read('docker-compose.yml');
const compose = Compose.parse(parse(text, { merge: true }));
const services = Object.entries(compose.services);
const { version } = z.object({ version: z.string() }).parse(JSON.parse(read('package.json')));

test('the production shape is complete', () => {
  const shape = 'postgres temporal temporal-ui mailpit worker web migrate'.split(' ');
  expect(Object.keys(compose.services)).toEqual(expect.arrayContaining(shape));
});

describe.each(services)('service %s', (name, service) => {
  const runsOn = service.restart === 'unless-stopped';

  test('has an image of one exact version', () => {
    if (service.build) expect(service.image).toBe(`cuibao:${version}`);
    // Postgres counts its releases with two numbers, all others with three.
    else expect(service.image).toMatch(/:v?\d+\.\d+\.\d+$|^postgres:\d+\.\d+-[a-z]+$/);
  });

  test('has a health check when it is to run on, and none when it is done once', () => {
    expect(service.healthcheck !== undefined).toBe(runsOn);
  });

  test('publishes ports on loopback only', () => {
    for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  test('waits only for services that can come to that state', () => {
    for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
      const waitsToRun = compose.services[other]?.restart === 'unless-stopped';
      expect(waitsToRun, `${name} waits for ${other}`).toBe(condition === 'service_healthy');
    }
  });

  test('names files and volumes that exist', () => {
    const named = [...(service.command ?? []), ...(service.entrypoint ?? [])].filter(
      (word) => /\.(ts|mjs)$/.test(word) || word.startsWith('./'),
    );
    const mounted = (service.volumes ?? []).map((volume) => volume.split(':')[0] ?? '');
    const checks = (service.healthcheck?.test ?? []).filter((word) => word.endsWith('.mjs'));
    for (const file of [...named, ...checks, ...mounted.filter((place) => place.startsWith('./'))])
      expect(exists(file), file).toBe(true);
    for (const volume of mounted.filter((place) => !place.startsWith('.')))
      expect(Object.keys(compose.volumes)).toContain(volume);
  });
});

describe('secrets', () => {
  test('have no default', () => {
    const secrets = [...text.matchAll(/\$\{([A-Z_]*PASSWORD)([^}]*)\}/g)];
    expect(secrets.length).toBeGreaterThan(3);
    for (const [, name, rest] of secrets) expect(rest, name).toMatch(/^:\?/);
  });

  test('stand nowhere but in .env', () => {
    expect(text).not.toMatch(/(PASSWORD|PWD): (?!\$\{)/);
    expect(read('.dockerignore').split('\n')).toContain('.env');
  });
});

test('database and Temporal cannot be reached from outside', () => {
  const { inside } = compose.networks;
  expect(inside?.internal).toBe(true);
  for (const name of ['postgres', 'temporal'])
    expect(compose.services[name]?.networks).toEqual(['inside']);
});

test('pages and receipts do not wait for Temporal', () => {
  const { web } = compose.services;
  expect(Object.keys(web?.depends_on ?? {})).toEqual(['migrate']);
});

// A script without the bit would be read into the image's own start script, with its options.
test('the script that makes the role can be executed', () => {
  const { mode } = statSync(`${root}docker/postgres/temporal-role.sh`);
  expect(mode & 0o111).not.toBe(0);
});

describe('Dockerfile', () => {
  const lines = read('Dockerfile').split('\n');

  test('starts from one exact version of Node that the project supports', () => {
    const images = lines.filter((line) => line.startsWith('FROM ')).map((l) => l.split(' ')[1]);
    expect(new Set(images).size).toBe(1);
    expect(images[0]).toMatch(/^node:\d+\.\d+\.\d+-[a-z]+-slim$/);
  });

  test('does not run as root', () => {
    expect(lines.indexOf('USER node')).toBeGreaterThan(
      lines.findLastIndex((line) => /^(COPY|RUN|FROM) /.test(line)),
    );
  });

  test('runs a file that exists, with a loader that is a dependency at run time', () => {
    const command = lines.find((line) => line.startsWith('CMD '))?.slice(4) ?? '[]';
    const words = z.array(z.string()).parse(JSON.parse(command));
    expect(words.slice(0, 3)).toEqual(['node', '--import', 'tsx']);
    expect(exists(words[3] ?? '')).toBe(true);
    expect(JSON.parse(read('package.json')).dependencies).toHaveProperty('tsx');
  });

  test('copies files that exist', () => {
    const files = lines
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from'))
      .flatMap((line) => line.split(' ').slice(1, -1));
    for (const file of files) expect(exists(file), file).toBe(true);
  });
});
