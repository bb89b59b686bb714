/** `node docker/healthy.mjs URL`: exit code 0 when it answers with success. The image has no curl. */
const [url = ''] = process.argv.slice(2);
const answer = await fetch(url, { signal: AbortSignal.timeout(4_000) }).catch(() => undefined);
process.exit(answer?.ok ? 0 : 1);
