/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { FailedDelivery } from '../../../../store/failed-deliveries.ts';
import { type Frame, mayHere } from '../../frame.ts';
import { shortTime } from '../../shown.ts';
import { actHref } from '../../task-acts.ts';
import { linkTo } from '../../words.ts';
import { AdminLayout } from './admin-layout.tsx';

type Props = { readonly frame: Frame; readonly failed: readonly FailedDelivery[] };

export const FailuresPage = ({ frame, failed }: Props) => (
  <AdminLayout frame={frame} at="/admin/failures">
    {failed.length === 0 ? (
      <p>{frame.words.noFailures}</p>
    ) : (
      <Failures frame={frame} failed={failed} />
    )}
  </AdminLayout>
);

const Failures = ({ frame, failed }: Props) => (
  <table class="list">
    <thead>
      <tr>
        <th scope="col">{frame.words.since}</th>
        <th scope="col">{frame.words.unit}</th>
        <th scope="col">{frame.words.kind}</th>
        <th scope="col">{frame.words.person}</th>
        <th scope="col">{frame.words.state}</th>
        <th scope="col">{frame.words.failedFor}</th>
        <th scope="col">{frame.words.administration}</th>
      </tr>
    </thead>
    <tbody>
      {failed.map((one) => (
        <Failure frame={frame} one={one} />
      ))}
    </tbody>
  </table>
);

function Failure({ frame, one }: { frame: Frame; one: FailedDelivery }) {
  const { words, language } = frame;
  const contact = one.slot === 'office' ? null : `/admin/contacts/${one.unit}/${one.slot}/1`;
  return (
    <tr>
      <td class="when">{shortTime(frame, one.at)}</td>
      <td>
        <a
          href={linkTo(`/${one.period}/${one.unit}`, language)}
        >{`${one.unitName} ${one.period}`}</a>
      </td>
      <td>{`${words.kinds[one.kind]} · ${words.channels[one.channel]}`}</td>
      <td>{one.person ?? words.slots[one.slot]}</td>
      <td>
        <span class="tag bad">{words.deliveryStates[one.state]}</span>{' '}
        <small>{one.reachedSince ? words.reachedSince : words.notReached}</small>
      </td>
      <td class="long">{one.reason}</td>
      <td>
        {contact && <a href={linkTo(contact, language)}>{words.substitute}</a>}{' '}
        {mayHere(frame, 'send again') && (
          <a href={actHref(one.obligation, 'resend', language, { delivery: one.key })}>
            {words.acts.resend}
          </a>
        )}
      </td>
    </tr>
  );
}
