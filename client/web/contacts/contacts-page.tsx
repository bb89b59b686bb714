/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { partsOf } from '../../../domain/obligation/obligation.ts';
import type { ContactCheck } from '../../../domain/people/contact-check.ts';
import { maskMobile } from '../../../domain/people/masked.ts';
import type { ContactState } from '../../../store/read/contacts.ts';
import { failureInWords } from '../../failure-words.ts';
import { AdminLayout } from '../admin/admin-layout.tsx';
import { leaveHref, leaveSpan } from '../leaves/leave-text.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { ListTable, PagesLinks } from '../shared/list-table.tsx';
import { shortTime } from '../shared/shown.ts';
import { BouncedMark } from './bounced-mark.tsx';
import {
  type ContactsQuery,
  type ContactsView,
  isBad,
  type ShownContact,
  type ShownUnit,
} from './contacts-view.ts';

type Props = {
  readonly frame: Frame;
  readonly query: ContactsQuery;
  readonly view: ContactsView;
  readonly done?: string | undefined;
};

const HERE = '/admin/contacts';

/** All contacts, with the state of the last message to each address. */
export function ContactsPage({ frame, query, view, done }: Props) {
  const { words, language } = frame;
  const asked = askedOf(query);
  return (
    <AdminLayout frame={frame} at={HERE} query={asked} done={done}>
      <Filter frame={frame} query={query} view={view} />
      {view.units.length === 0 ? (
        <p>{words.noneFound}</p>
      ) : (
        <ListTable
          deeds
          kind="contacts"
          columns={[
            words.role,
            words.name,
            words.email,
            words.mobile,
            words.phone,
            words.editContact,
          ]}
        >
          {view.units.map((shown) => (
            <UnitRows frame={frame} shown={shown} />
          ))}
        </ListTable>
      )}
      <PagesLinks
        words={words}
        page={view.page}
        pages={view.pages}
        to={(page) => linkTo(HERE, language, { ...asked, page: String(page) })}
      />
    </AdminLayout>
  );
}

const askedOf = ({ search, failing, page }: ContactsQuery): Record<string, string> => ({
  ...(search && { q: search }),
  ...(failing && { failing: 'yes' }),
  ...(page > 1 && { page: String(page) }),
});

const Filter = ({ frame: { words }, query, view }: Pick<Props, 'frame' | 'query' | 'view'>) => (
  <form class="board-filter" method="get" action={HERE}>
    <label>
      {words.search}
      <input type="search" name="q" value={query.search} placeholder={words.contactSearchHint} />
    </label>
    <label class="tick">
      <input type="checkbox" name="failing" value="yes" checked={query.failing} />{' '}
      {words.onlyFailing}
    </label>
    <button class="second" type="submit">
      {words.apply}
    </button>
    <span class="found">{words.units(view.found)}</span>
  </form>
);

const UnitRows = ({ frame, shown }: { frame: Frame; shown: ShownUnit }) => (
  <tbody>
    <tr class="group">
      <th colspan={6} scope="rowgroup">
        {shown.unit.name} <small>{shown.unit.code}</small>{' '}
        {shown.check && (
          <a class="tag" href={checkHref(frame, shown.check)}>
            {`${frame.words.contactCheck}：${frame.words.checkStates[shown.check.state]}`}
          </a>
        )}{' '}
        {shown.silent && <span class="tag bad">{frame.words.silentUnit}</span>}
        <span class="deeds">
          {shown.free.map(({ role, ordinal }) => (
            <a href={placeHref(frame, { unit: shown.unit.code, role, ordinal })}>
              {`+ ${frame.words.roles[role]}`}
            </a>
          ))}
        </span>
      </th>
    </tr>
    {shown.contacts.map((one) => (
      <Row frame={frame} shown={one} unitName={shown.unit.name} />
    ))}
  </tbody>
);

const checkHref = ({ language }: Frame, { round, unit }: ContactCheck): string =>
  `${linkTo(`/checks/${partsOf(round).period}`, language)}#${unit}`;

type Place = Pick<ShownContact['contact'], 'unit' | 'role' | 'ordinal'>;
const placeHref = ({ language }: Frame, { unit, role, ordinal }: Place): string =>
  linkTo(`${HERE}/${unit}/${role}/${ordinal}`, language);

type RowProps = {
  readonly frame: Frame;
  readonly shown: ShownContact;
  readonly unitName: string;
};

function Row({ frame, shown: { contact, mail, sms, leaves }, unitName }: RowProps) {
  const { words } = frame;
  const { role, name, email, mobile, phone } = contact;
  return (
    <tr>
      <td>{words.roles[role]}</td>
      <td>
        {name}
        {leaves.map((leave) => (
          <small>{` ${leaveSpan(frame, leave)}`}</small>
        ))}
      </td>
      <td class="long">
        {email} <State frame={frame} address={email} state={mail} />
      </td>
      <td class="long">
        {mobile && maskMobile(mobile)} <State frame={frame} address={mobile} state={sms} />
      </td>
      <td class="phone">{phone}</td>
      <td>
        <a
          href={placeHref(frame, contact)}
          aria-label={`${words.editContact} ${unitName} ${words.roles[role]} ${name}`}
        >
          {words.editContact}
        </a>{' '}
        <a href={leaveHref(frame, contact)} aria-label={`${words.leaveOf} ${unitName} ${name}`}>
          {words.leave}
        </a>
      </td>
    </tr>
  );
}

type StateProps = {
  readonly frame: Frame;
  readonly address: string | null;
  readonly state: ContactState | undefined;
};

function State({ frame, address, state }: StateProps) {
  if (address === null) return null;
  if (state === undefined) return <small>{frame.words.neverTried}</small>;
  const why =
    isBad(state) && state.reason ? `（${failureInWords(state.reason, frame.language)}）` : '';
  return (
    <>
      <span class={isBad(state) ? 'tag bad' : 'tag'}>
        {`${frame.words.deliveryStates[state.state]} ${shortTime(frame, state.at)}${why}`}
      </span>{' '}
      <BouncedMark frame={frame} bounced={state.bounced} back={HERE} />
    </>
  );
}
