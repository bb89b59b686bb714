import { isLoopbackHost } from './loopback.ts';

/** Of a request's `Host`: this machine's, or the one at which people reach the pages. */
export const isOwnHost = (host: string, webUrl: string | undefined): boolean =>
  isLoopbackHost(host) || (webUrl !== undefined && host === new URL(webUrl).host);

/** Of a form's `Origin`. Behind a proxy the request's own address is not the one that people see. */
export const ownOrigin = (origin: string, requested: string, webUrl: string | undefined): boolean =>
  origin === new URL(requested).origin ||
  (webUrl !== undefined && origin === new URL(webUrl).origin);
