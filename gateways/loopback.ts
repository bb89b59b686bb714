/** Whether a URL's host (`new URL(…).hostname`) can only mean this machine: `localhost`, `[::1]`, all of 127/8. */
export const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);

/** Whether a secret may travel to this URL: over TLS, or to a program on this machine (a tunnel, a test). */
export function isPrivate(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || isLoopback(hostname);
}

/**
 * Whether a server that listens on this address (`WEB_HOST`) is open to this machine only. Stricter than `isLoopback`,
 * and without brackets around `::1`: on these addresses a demonstration lets visitors choose who they are.
 */
export const isLoopbackAddress = (host: string): boolean =>
  ['127.0.0.1', 'localhost', '::1'].includes(host);

/** Whether a request's `Host` header, with or without port, names such an address. */
export const isLoopbackHost = (header: string): boolean =>
  isLoopbackAddress(header.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1'));
