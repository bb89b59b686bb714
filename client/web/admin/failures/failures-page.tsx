/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { FailedDelivery } from '../../../../store/read/deliveries.ts';
import { failureInWords } from '../../../failure-words.ts';
import { actHref } from '../../acts/task-acts.ts';
import { type Frame, mayHere } from '../../shared/frame.ts';
import { linkTo, type Words } from '../../shared/language.ts';
import { ListTable, PagesLinks } from '../../shared/list-table.tsx';
import { shortTime } from '../../shared/shown.ts';
import { AdminLayout } from '../admin-layout.tsx';

type Props = {
  readonly frame: Frame;
  /** Those on this page. */
  readonly failed: readonly FailedDelivery[];
  readonly numbers: { readonly all: number; readonly open: number };
  readonly onlyOpen: boolean;
  readonly page: number;
  readonly pages: number;
  readonly done?: string | undefined;
};

const HERE = '/admin/failures';

export function FailuresPage({ frame, failed, numbers, onlyOpen, page, pages, done }: Props) {
  const { words, language } = frame;
  const asked = onlyOpen ? { open: 'yes' } : {};
  const link = (query: Readonly<Record<string, string>>, text: string, isNow: boolean) => (
    <a href={linkTo(HERE, language, query)} aria-current={isNow ? 'page' : undefined}>
      {text}
    </a>
  );
  return (
    <AdminLayout frame={frame} at={HERE} query={asked} done={done}>
      <p class="filter">
        {link({}, `${words.all} ${numbers.all}`, !onlyOpen)}
        {link({ open: 'yes' }, `${words.notReached} ${numbers.open}`, onlyOpen)}
      </p>
      {failed.length === 0 ? <p>{words.noFailures}</p> : <Failures frame={frame} failed={failed} />}
      <PagesLinks
        words={words}
        page={page}
        pages={pages}
        to={(other) => linkTo(HERE, language, { ...asked, page: String(other) })}
      />
    </AdminLayout>
  );
}

const Failures = ({ frame, failed }: Pick<Props, 'frame' | 'failed'>) => (
  <ListTable
    deeds
    columns={[
      frame.words.since,
      frame.words.unit,
      frame.words.kind,
      frame.words.person,
      frame.words.state,
      frame.words.failedFor,
      frame.words.administration,
    ]}
  >
    <tbody>
      {failed.map((one) => (
        <Failure frame={frame} one={one} />
      ))}
    </tbody>
  </ListTable>
);

function Failure({ frame, one }: { frame: Frame; one: FailedDelivery }) {
  const { words, language } = frame;
  const name = one.person ?? words.slots[one.slot];
  const unitName = one.obligation === null ? frame.rules.plan.bureau.name : one.unitName;
  return (
    <tr>
      <td class="when">{shortTime(frame, one.at)}</td>
      <td>
        <a href={linkTo(unitPath(one), language)}>{`${unitName} ${one.period}`}</a>
      </td>
      <td>{`${words.kinds[one.kind]} · ${words.channels[one.channel]}`}</td>
      <td>{name}</td>
      <td>
        <span class="tag bad">{words.deliveryStates[one.state]}</span>{' '}
        <small>{one.reachedSince ? words.reachedSince : words.notReached}</small>
        {one.attempts > 1 && <small>{` ${words.attempts} ${one.attempts}`}</small>}
      </td>
      <td class="long">
        {one.reason && failureInWords(one.reason, language)}
        {one.followedBy && <small>{` ${followedBy(words, one.followedBy)}`}</small>}
      </td>
      <td>
        {one.channel !== 'robot' && (
          <a
            href={linkTo(contactPath(frame, one), language, { back: 'failures' })}
            aria-label={`${words.substitute} ${unitName} ${name}`}
          >
            {words.substitute}
          </a>
        )}{' '}
        {one.obligation !== null &&
          mayHere(frame, 'send again') &&
          one.state !== 'failed for now' && (
            <a
              class="button small"
              href={actHref(one.obligation, 'resend', language, { delivery: one.key })}
              aria-label={`${words.acts.resend} ${unitName} ${words.kinds[one.kind]} ${words.channels[one.channel]}`}
            >
              {words.acts.resend}
            </a>
          )}
      </td>
    </tr>
  );
}

/** 改送：备用联络员 邮件 已发 */
const followedBy = (
  words: Words,
  { slot, channel, state }: NonNullable<FailedDelivery['followedBy']>,
): string =>
  channel === 'task'
    ? words.leftToOfficer
    : `${words.insteadWent}：${words.slots[slot]} ${words.channels[channel]} ${words.deliveryStates[state]}`;

/** A delivery to the bureau itself links to the round. */
const unitPath = ({ obligation, period, unit }: FailedDelivery): string =>
  obligation === null ? `/${period}` : `/${period}/${unit}`;

/** A slip reaches the city government's office through the bureau's officer. */
function contactPath({ rules }: Frame, { slot, unit }: FailedDelivery): string {
  const ofBureau = slot === 'officer' || slot === 'office';
  const role = slot === 'office' ? 'officer' : slot;
  return `/admin/contacts/${ofBureau ? rules.plan.bureau.unit : unit}/${role}/1`;
}
