/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { ListedRound } from '../../../store/read/years.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { ListTable } from '../shared/list-table.tsx';
import { longDay, periodName } from '../shared/shown.ts';

type Props = { readonly frame: Frame; readonly rounds: readonly ListedRound[] };

export function RoundsPage({ frame, rounds }: Props) {
  const { words, rules } = frame;
  return (
    <Layout frame={frame} title={words.title} here="/">
      <h1>{`${rules.plan.bureau.name} · ${rules.plan.subject}`}</h1>
      <p class="lead">{rules.plan.title}</p>
      {rounds.length === 0 ? <Empty {...frame} /> : <Rounds frame={frame} rounds={rounds} />}
    </Layout>
  );
}

const Empty = ({ words, rules, now }: Frame) => (
  <>
    <p>{words.noRounds}</p>
    <p>
      <code>{`npm run -s cuibao -- year start ${rules.zone.dayOf(now).slice(0, 4)}`}</code>
    </p>
  </>
);

const Rounds = ({ frame, rounds }: Props) => (
  <ListTable
    kind="rounds"
    columns={[
      frame.words.period,
      frame.words.phase,
      frame.words.due,
      frame.words.counts.owed,
      frame.words.counts.reported,
      frame.words.counts.waived,
      frame.words.counts.missing,
      frame.words.compilation,
    ]}
  >
    <tbody>
      {rounds.map((row) => (
        <Round frame={frame} row={row} />
      ))}
    </tbody>
  </ListTable>
);

function Round({ frame, row }: { frame: Frame; row: ListedRound }) {
  const { words, language } = frame;
  const { round, counts, compilation } = row;
  return (
    <tr>
      <th scope="row">
        <a href={linkTo(`/${round.period}`, language)}>{periodName(language, round.period)}</a>{' '}
        <small>{round.period}</small>
      </th>
      <td>{words.phases[round.phase]}</td>
      <td class="when">{longDay(language, round.due.nominal)}</td>
      {[counts.owed, counts.reported, counts.waived, counts.missing].map((number, index) => (
        <td class="number" data-label={COLUMNS.map((name) => words.counts[name])[index]}>
          {round.phase === 'planned' ? '—' : number}
        </td>
      ))}
      <td data-label={words.compilation}>
        {compilation === null ? (
          words.none
        ) : (
          <a href={linkTo(`/${round.period}/compilations/${compilation.version}`, language)}>
            {`${words.version}${compilation.version}${words.versionEnd}`}
          </a>
        )}
      </td>
    </tr>
  );
}

const COLUMNS = ['owed', 'reported', 'waived', 'missing'] as const;
