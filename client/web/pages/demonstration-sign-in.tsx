/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { WebRole } from '../../../domain/grant.ts';
import type { Person } from '../../../store/read/grants.ts';
import type { Frame } from '../shared/frame.ts';

type DemonstrationProps = {
  readonly frame: Frame;
  readonly to: string;
  readonly people: readonly Person[];
};

/** In a demonstration nobody's mailbox needs to be read: one click, and one is somebody. */
export const DemonstrationSignIn = ({ frame, to, people }: DemonstrationProps) => (
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

/** Liaisons first, each role in the order of the plan: towns before departments, as the board has them. */
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
