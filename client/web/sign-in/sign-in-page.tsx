/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import type { WebRole } from '../../../domain/people/roles.ts';
import { CODE_MINUTES } from '../../../domain/texts/messages/code.ts';
import type { Person } from '../../../store/read/grants.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';

type Props = {
  readonly frame: Frame;
  readonly to: string;
  readonly typed?: string;
  readonly problem?: string;
  /** Whether single sign-on is set up. */
  readonly oidc?: boolean;
  /** People to choose from, in a demonstration on this machine. */
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

type DemonstrationProps = {
  readonly frame: Frame;
  readonly to: string;
  readonly people: readonly Person[];
};

/** In a demonstration one click signs in; no mailbox needed. */
const DemonstrationSignIn = ({ frame, to, people }: DemonstrationProps) => (
  <section class="card demonstration">
    <h2>{frame.words.demonstrationSignIn}</h2>
    <p class="why">{frame.words.demonstrationHint}</p>
    <div class="choices">
      {people
        .filter(({ unit }) => unit === null)
        .map((person) => (
          <form method="post" action="/sign-in/demonstration">
            <input type="hidden" name="to" value={to} />
            <input type="hidden" name="address" value={person.address} />
            <button type="submit">{`${frame.words.webRoles[person.role]} ${person.name}`}</button>
          </form>
        ))}
    </div>
    <form method="post" action="/sign-in/demonstration">
      <input type="hidden" name="to" value={to} />
      <p class="field">
        <label for="person">{frame.words.ofUnits}</label>
        <select id="person" name="address">
          {inOrder(frame, people).map((person) => (
            <option value={person.address}>
              {`${unitName(frame, person.unit)} · ${frame.words.webRoles[person.role]} ${person.name}`}
            </option>
          ))}
        </select>
      </p>
      <button type="submit">{frame.words.enterAs}</button>
    </form>
  </section>
);

const ROLES: readonly WebRole[] = ['liaison', 'deputy', 'leader'];

/** Liaisons first; each role in the order of the board: towns, then departments. */
function inOrder({ rules }: Frame, people: readonly Person[]): Person[] {
  const place = new Map(
    rules.plan.units
      .toSorted((a, b) => Number(b.kind === 'town') - Number(a.kind === 'town'))
      .map(({ code }, index) => [code, index]),
  );
  const placeOf = ({ role, unit }: Person) =>
    ROLES.indexOf(role) * place.size + (place.get(unit ?? '') ?? 0);
  return people.filter(({ unit }) => unit !== null).toSorted((a, b) => placeOf(a) - placeOf(b));
}

const unitName = ({ rules }: Frame, code: string | null): string =>
  rules.plan.units.find((unit) => unit.code === code)?.name ?? '';

type CodeProps = {
  readonly frame: Frame;
  readonly id: string;
  readonly to: string;
  readonly problem?: string;
};

export function CodePage({ frame, id, to, problem }: CodeProps) {
  const { words, language } = frame;
  return (
    <Layout frame={frame} title={words.codeTitle} here={`/sign-in/${id}`} query={{ to }}>
      <h1>{words.codeTitle}</h1>
      <form class="card" method="post" action={`/sign-in/${id}`}>
        <input type="hidden" name="to" value={to} />
        <p>{words.codeSent(CODE_MINUTES)}</p>
        <p class="field">
          <label for="code">{words.codeLabel}</label>
          <input
            id="code"
            name="code"
            class="code"
            inputmode="numeric"
            autocomplete="one-time-code"
            maxlength={12}
            required
            aria-describedby={problem ? 'code-problem' : undefined}
            aria-invalid={problem ? 'true' : undefined}
          />
          {problem && (
            <span class="problem" id="code-problem" role="alert">
              {problem}
            </span>
          )}
        </p>
        <button type="submit">{words.signIn}</button>
        <p class="why">{words.codeSpoken}</p>
        <p>
          <a href={linkTo('/sign-in', language, { to })}>{words.againCode}</a>
        </p>
      </form>
    </Layout>
  );
}

type LinkProps = {
  readonly frame: Frame;
  readonly id: string;
  readonly code: string;
  readonly problem?: string;
};

/** Opening the page changes nothing; its button signs in. */
export const LinkPage = ({ frame, id, code, problem }: LinkProps) => (
  <Layout frame={frame} title={frame.words.linkTitle} here={`/sign-in/link/${id}`}>
    <h1>{frame.words.linkTitle}</h1>
    <form class="card" method="post" action={`/sign-in/link/${id}`}>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <p>{frame.words.linkHint}</p>
      <input type="hidden" name="code" value={code} />
      <button type="submit">{frame.words.linkUse}</button>
    </form>
  </Layout>
);
