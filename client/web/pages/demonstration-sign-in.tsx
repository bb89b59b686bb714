/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Person } from '../../../store/grants.ts';
import type { Frame } from '../frame.ts';

type Props = { readonly frame: Frame; readonly to: string; readonly people: readonly Person[] };

/** In a demonstration nobody's mailbox needs to be read: one click, and one is somebody. */
export const DemonstrationSignIn = ({ frame, to, people }: Props) => (
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
          {people
            .filter(({ unit }) => unit !== null)
            .map((person) => (
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

const unitName = ({ rules }: Frame, code: string | null): string =>
  rules.plan.units.find((unit) => unit.code === code)?.name ?? '';
