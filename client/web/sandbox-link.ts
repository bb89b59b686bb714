/** Where the sandbox shows what went to an address. Of a mobile only the last digits: pages hold no whole number. */
export function sandboxLink(sandboxUrl: string, channel: string, address: string): string {
  if (channel === 'robot') return new URL('/robot/wecom', sandboxUrl).href;
  const link = new URL('/', sandboxUrl);
  link.searchParams.set('to', channel === 'sms' ? address.slice(-4) : address);
  return link.href;
}
