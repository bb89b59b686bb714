/** A private certificate authority, as in a bureau's network, and its certificates for this machine. */
import { generate } from 'selfsigned';

export type Authority = { readonly key: string; readonly cert: string };

export async function makeAuthority(name = 'Test Authority'): Promise<Authority> {
  const made = await generate([{ name: 'commonName', value: name }], {
    algorithm: 'sha256',
    keySize: 2048,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, digitalSignature: true, critical: true },
    ],
  });
  return { key: made.private, cert: made.cert };
}

export async function certifiedBy(authority: Authority, host = '127.0.0.1') {
  const made = await generate([{ name: 'commonName', value: host }], {
    algorithm: 'sha256',
    keySize: 2048,
    ca: authority,
    extensions: [
      { name: 'subjectAltName', altNames: [host === '127.0.0.1' ? IP : { type: 2, value: host }] },
    ],
  });
  return { key: made.private, cert: made.cert };
}

const IP = { type: 7 as const, ip: '127.0.0.1' };
