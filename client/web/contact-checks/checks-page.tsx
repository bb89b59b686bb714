/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import type { NumberedContact } from '../../../domain/plan-change/situation.ts';
import type { Round } from '../../../domain/round/round.ts';
import type { CheckRow } from '../../../store/read/contact-checks.ts';
import { failureInWords } from '../../failure-words.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { ListTable } from '../shared/list-table.tsx';
import { periodName, shortTime } from '../shared/shown.ts';
import { Refusal } from '../shared/text-field.tsx';
import { checkWord, hasFailed, whyNotAnswered } from './check-word.ts';
import { Answer, NameContactsForm, type RefusedAnswer } from './name-contacts-form.tsx';

type Props = {
  readonly frame: Frame;
  readonly round: Round;
  readonly checks: readonly CheckRow[];
  readonly contacts: readonly NumberedContact[];
  readonly id: string;
  readonly done?: string | undefined;
  readonly refused?: RefusedAnswer | undefined;
};

/** The contact check of a round by unit: whom we asked, the answer, and what an officer can do. */
export function ChecksPage(props: Props) {
  const { frame, round, checks, done, refused } = props;
  const { words, language } = frame;
  const title = `${words.contactCheck} · ${periodName(language, round.period)}`;
  const { contactCheckAt: at } = round;
  return (
    <Layout frame={frame} title={title} here={`/checks/${round.period}`} done={done} wide>
      <h1>{title}</h1>
      <Refusal words={words} refusal={refused?.sentence} />
      <p>
        <a href={linkTo(`/${round.period}`, language)}>{words.board}</a>
      </p>
      {checks.length === 0 ? (
        <p>{at === null ? words.noContactCheck : words.checkComes(shortTime(frame, at))}</p>
      ) : (
        <ListTable
          deeds
          columns={[
            words.unit,
            words.roles.liaison,
            words.roles.deputy,
            words.state,
            words.checkDeeds,
          ]}
        >
          <tbody>
            {checks.map((check) => (
              <Row {...props} check={check} />
            ))}
          </tbody>
        </ListTable>
      )}
    </Layout>
  );
}

function Row({ frame, round, check, contacts, id, refused }: Props & { readonly check: CheckRow }) {
  const { words, rules } = frame;
  const { unit, answeredAt, answeredBy } = check;
  const why = whyNotAnswered(check);
  const own = contacts.filter((one) => one.unit === unit);
  const named = (role: 'liaison' | 'deputy') =>
    own.find((one) => one.role === role && one.ordinal === 1)?.name ?? words.noContact;
  const when = answeredAt === null ? '' : ` ${shortTime(frame, answeredAt)} ${answeredBy ?? ''}`;
  return (
    <tr id={unit}>
      <th scope="row" class="unit">
        {rules.plan.units.find(({ code }) => code === unit)?.name ?? unit}
      </th>
      <td>{named('liaison')}</td>
      <td>{named('deputy')}</td>
      <td class="long">
        <span class={hasFailed(check) ? 'tag bad' : 'tag'}>{checkWord(words, round, check)}</span>
        <small>{when}</small>
        {why && <small>{`（${failureInWords(why, frame.language)}）`}</small>}
      </td>
      <td class="long">
        {check.state !== 'skipped' && (
          <Deeds
            frame={frame}
            round={round}
            check={check}
            own={own}
            id={`${id}-${unit}`}
            typed={refused?.unit === unit ? refused.typed : undefined}
          />
        )}
      </td>
    </tr>
  );
}

type DeedsProps = {
  readonly frame: Frame;
  readonly round: Round;
  readonly check: CheckRow;
  readonly own: readonly NumberedContact[];
  readonly id: string;
  readonly typed: RefusedAnswer['typed'];
};

function Deeds({ frame: { words }, round, check, own, id, typed }: DeedsProps) {
  const action = `/checks/${round.period}/${check.unit}`;
  const common = { action, id, about: check.unit };
  const { proposal } = check;
  if (check.state === 'named' && proposal) {
    const { liaison, deputy } = proposal;
    const people = [liaison, ...(deputy ? [deputy] : [])];
    return (
      <>
        <ul>
          {people.map(({ name, email, mobile, phone }) => (
            // With full numbers: an officer has to check them.
            <li>{[name, email, mobile, phone].filter(Boolean).join('，')}</li>
          ))}
        </ul>
        <Answer {...common} answer="accept" word={words.acceptContacts} />
        <form class="inline" method="post" action={action}>
          <input type="hidden" name="id" value={`${id}-refuse`} />
          <input type="hidden" name="answer" value="refuse" />
          <input
            name="reason"
            required
            maxlength={500}
            aria-label={`${words.refuseContacts} ${check.unit}：${words.fields.reason}`}
            placeholder={words.fields.reason}
          />
          <button class="second" type="submit">
            {words.refuseContacts}
          </button>
        </form>
      </>
    );
  }
  return (
    <>
      {check.state === 'asked' && (
        <Answer {...common} answer="confirm" word={words.enterUnchanged} isSecond />
      )}
      <details open={typed !== undefined}>
        <summary>{words.enterOthers}</summary>
        <NameContactsForm words={words} action={action} id={id} contacts={own} typed={typed} />
      </details>
    </>
  );
}
