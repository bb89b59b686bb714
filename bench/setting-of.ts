/** What `npm run bench` hands in by the environment. */
type Name = 'DATABASE_ADMIN_URL' | 'TEMPORAL_CLI_PATH' | 'TEMPORAL_TEST_SERVER_PATH';

/** @throws Error when it is missing */
export function settingOf(name: Name): string {
  const value = process.env[name];
  if (value) return value;
  throw new Error(`${name} 未设置；请用 npm run bench 运行。It is missing: use npm run bench.`);
}
