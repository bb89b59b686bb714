/** Single sign-on by OpenID Connect: authorisation code with PKCE, state and nonce (openid-client). */
import * as client from 'openid-client';

export type OidcSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly secret: string;
  readonly webUrl: string;
};

/** What the browser keeps between leaving and coming back. */
export type Leaving = { readonly verifier: string; readonly state: string; readonly nonce: string };

export type Oidc = {
  /** Where to redirect the browser, and what it must bring back. */
  leave(): Promise<{ readonly url: string; readonly leaving: Leaving }>;
  /** The verified e-mail address; null when the provider does not vouch for one. Throws on any mismatch. */
  comeBack(query: string, leaving: Leaving): Promise<string | null>;
};

export function createOidc({ issuer, clientId, secret, webUrl }: OidcSettings): Oidc {
  const redirect = new URL('/sign-in/oidc/back', webUrl).href;
  let found: Promise<client.Configuration> | undefined;
  // Discovered on first use, and again after a failure, so that pages start without the provider.
  const configuration = () => {
    found ??= discover(issuer, clientId, secret).catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return found;
  };
  return {
    async leave() {
      const leaving = {
        verifier: client.randomPKCECodeVerifier(),
        state: client.randomState(),
        nonce: client.randomNonce(),
      };
      const url = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirect,
        scope: 'openid email',
        code_challenge: await client.calculatePKCECodeChallenge(leaving.verifier),
        code_challenge_method: 'S256',
        state: leaving.state,
        nonce: leaving.nonce,
      });
      return { url: url.href, leaving };
    },
    async comeBack(query, { verifier, state, nonce }) {
      const current = new URL(`${redirect}${query}`);
      const tokens = await client.authorizationCodeGrant(await configuration(), current, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const { sub } = tokens.claims() ?? { sub: '' };
      // Many providers give the address only here, not in the ID token.
      const info = await client.fetchUserInfo(await configuration(), tokens.access_token, sub);
      return info.email !== undefined && info.email_verified === true ? info.email : null;
    },
  };
}

/** Plain HTTP only to a provider on this machine, as in tests. */
function discover(issuer: string, clientId: string, secret: string) {
  const url = new URL(issuer);
  const here = url.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(url.hostname);
  const options = here ? { execute: [client.allowInsecureRequests] } : {};
  return client.discovery(url, clientId, secret, undefined, options);
}
