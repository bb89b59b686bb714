/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Person } from '../../../store/read/grants.ts';
import { DemonstrationSignIn } from '../pages/demonstration-sign-in.tsx';
import type { Frame } from '../shared/frame.ts';
import { Layout } from '../shared/layout.tsx';

type Props = {
  readonly frame: Frame;
  readonly to: string;
  readonly typed?: string;
  readonly problem?: string;
  /** Name of the organisation's own sign-in, when there is one. */
  readonly oidc?: boolean;
  /** Who can be chosen, in a demonstration on this machine. */
  readonly people?: readonly Person[];
};

export function SignInPage({ frame, to, typed = '', problem, oidc = false, people = [] }: Props) {
  const { words } = frame;
  return (
    <Layout frame={frame} title={words.signIn} here="/sign-in" query={{ to }}>
      <h1>{words.signIn}</h1>
      <form class="card" method="post" action="/sign-in">
        <input type="hidden" name="to" value={to} />
        <p class="field">
          <label for="address">{words.addressLabel}</label>
          <input
            id="address"
            name="address"
            value={typed}
            autocomplete="username"
            required
            aria-describedby={problem ? 'address-problem address-hint' : 'address-hint'}
            aria-invalid={problem ? 'true' : undefined}
          />
          {problem && (
            <span class="problem" id="address-problem" role="alert">
              {problem}
            </span>
          )}
          <small id="address-hint">{words.addressHint}</small>
        </p>
        <button type="submit">{words.askCode}</button>
        {oidc && (
          <a class="button" href={`/sign-in/oidc?${new URLSearchParams({ to })}`}>
            {words.oidcUse}
          </a>
        )}
      </form>
      {people.length > 0 && <DemonstrationSignIn frame={frame} to={to} people={people} />}
    </Layout>
  );
}
