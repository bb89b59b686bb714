/** Until there is sign-in, pages are for this machine only. */
const NAMES = ['127.0.0.1', 'localhost', '::1'];

/** Of the address to listen on. */
export const isLoopback = (host: string): boolean => NAMES.includes(host);

/** Of a request's `Host`, with or without port. */
export const isLoopbackHost = (header: string): boolean =>
  isLoopback(header.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1'));
