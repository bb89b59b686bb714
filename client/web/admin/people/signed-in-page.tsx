/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import type { Frame } from '../../shared/frame.ts';
import { linkTo } from '../../shared/language.ts';
import { ListTable, PagesLinks } from '../../shared/list-table.tsx';
import { dateTime } from '../../shared/shown.ts';
import { Refusal } from '../../shared/text-field.tsx';
import { AdminLayout } from '../admin-layout.tsx';
import type { ShownSession, SignedInView } from './signed-in-view.ts';

type Props = {
  readonly frame: Frame;
  readonly view: SignedInView;
  readonly search: string;
  /** Id of the visitor's own session. */
  readonly own: string;
  readonly id: string;
  readonly refusal?: string | undefined;
  readonly done?: string | undefined;
};

const HERE = '/admin/people/sessions';

/** Every signed-in device, and a button that ends all sessions of a person. */
export function SignedInPage({ frame, view, search, own, id, refusal, done }: Props) {
  const { words, language } = frame;
  const asked = { q: search };
  return (
    <AdminLayout
      frame={frame}
      at="/admin/people"
      title={words.signedInNow}
      here={HERE}
      query={asked}
      done={done}
    >
      <Refusal words={words} refusal={refusal} />
      <form class="board-filter" method="get" action={HERE}>
        <label>
          {words.search}
          <input type="search" name="q" value={search} placeholder={words.signedInSearchHint} />
        </label>
        <button class="second" type="submit">
          {words.apply}
        </button>
        <span class="found">{words.devices(view.found)}</span>
      </form>
      <ListTable
        deeds
        columns={[words.name, words.way, words.device, words.seenAt, words.endSessions]}
      >
        <tbody>
          {view.sessions.map((shown) => (
            <Row frame={frame} shown={shown} own={own} id={`${id}-${shown.session.id}`} />
          ))}
        </tbody>
      </ListTable>
      <PagesLinks
        words={words}
        page={view.page}
        pages={view.pages}
        to={(page) => linkTo(HERE, language, { ...asked, page: String(page) })}
      />
    </AdminLayout>
  );
}

type RowProps = Pick<Props, 'frame' | 'own' | 'id'> & { readonly shown: ShownSession };

function Row({ frame, shown: { session, people }, own, id }: RowProps) {
  const { words } = frame;
  const roles = { ...words.webRoles, ...words.roles };
  const name =
    people.length === 0
      ? words.nobodyAnyMore
      : people
          .map((one) => [one.name, one.unitName, roles[one.role]].filter(Boolean).join(' · '))
          .join('；');
  return (
    <tr>
      <td class="long">{session.way === 'link' ? words.sessionWays.link : name}</td>
      <td>{words.sessionWays[session.way]}</td>
      <td class="long">{`${session.client} ${session.agent}`}</td>
      <td class="when">{dateTime(frame, session.seenAt)}</td>
      <td>
        {session.id === own ? (
          words.thisSession
        ) : (
          <form method="post" action="/admin/people/end-sessions">
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="session" value={session.id} />
            <button class="second" type="submit" aria-label={`${words.endSessions} ${name}`}>
              {words.endSessions}
            </button>
          </form>
        )}
      </td>
    </tr>
  );
}
