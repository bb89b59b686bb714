/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Session } from '../../../store/visit/sessions.ts';
import type { Visitor } from '../access/visitor.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { ListTable } from '../shared/list-table.tsx';
import { dateTime } from '../shared/shown.ts';

type Props = {
  readonly frame: Frame;
  readonly visitor: Visitor;
  readonly sessions: readonly Session[];
  /** Codes of units whose liaison or deputy the visitor is: leave can be entered there. */
  readonly units: readonly string[];
};

/** The visitor's grants, and the devices where the visitor is signed in. */
export function AccountPage({ frame, visitor, sessions, units }: Props) {
  const { words } = frame;
  return (
    <Layout frame={frame} title={words.account} here="/account">
      <h1>{words.account}</h1>
      <h2>{words.myGrants}</h2>
      <ul>
        {visitor.grants.map(({ role, unit, name }) => (
          <li>{`${name} · ${words.webRoles[role]}${unit === null ? '' : ` · ${unitName(frame, unit)}`}`}</li>
        ))}
      </ul>
      <p class="actions">
        <a href={linkTo('/feeds', frame.language)}>{words.feeds}</a>
        {units.map((code) => (
          <a href={linkTo(`/mine/${code}/leave`, frame.language)}>
            {`${words.myLeave}（${unitName(frame, code)}）`}
          </a>
        ))}
      </p>
      <h2>{words.sessions}</h2>
      <ListTable
        deeds
        columns={[
          words.device,
          words.clientAddress,
          words.way,
          words.beganAt,
          words.seenAt,
          words.endSession,
        ]}
      >
        <tbody>
          {sessions.map((session) => (
            <Row frame={frame} session={session} isThis={session.id === visitor.session.id} />
          ))}
        </tbody>
      </ListTable>
      {sessions.length > 1 && (
        <form method="post" action="/account/end-others">
          <button type="submit">{words.endOthers}</button>
        </form>
      )}
    </Layout>
  );
}

type RowProps = { readonly frame: Frame; readonly session: Session; readonly isThis: boolean };

const Row = ({ frame, session, isThis }: RowProps) => (
  <tr>
    <td class="long">{session.agent}</td>
    <td>{session.client}</td>
    <td>{frame.words.sessionWays[session.way]}</td>
    <td class="when">{dateTime(frame, session.beganAt)}</td>
    <td class="when">{dateTime(frame, session.seenAt)}</td>
    <td>
      {isThis ? (
        frame.words.thisSession
      ) : (
        <form method="post" action={`/account/sessions/${session.id}/end`}>
          <button type="submit" aria-label={`${frame.words.endSession} ${session.client}`}>
            {frame.words.endSession}
          </button>
        </form>
      )}
    </td>
  </tr>
);

const unitName = ({ rules }: Frame, code: string): string =>
  rules.plan.units.find((unit) => unit.code === code)?.name ?? code;
