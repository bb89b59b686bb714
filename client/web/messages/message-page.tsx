/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import type { MessagePage as Data } from '../../../store/read/messages.ts';
import { failureInWords } from '../../failure-words.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { dateTime, shownAddress } from '../shared/shown.ts';

type Props = { readonly frame: Frame; readonly page: Data };

/** One mail or SMS with its text, and the units it is about. */
export function MessagePage({ frame, page }: Props) {
  const { words } = frame;
  const { message, period } = page;
  const title = `${words.kinds[message.kind]} · ${words.channels[message.channel]} → ${message.person}`;
  return (
    <Layout
      frame={frame}
      title={message.subject || title}
      here={`/messages/${message.reference}`}
      period={period}
    >
      <h1>{message.subject || title}</h1>
      <Envelope frame={frame} page={page} />
      <h2>{words.text}</h2>
      <pre class="letter">{message.text}</pre>
      {message.channel === 'sms' && (
        <p>{`${Array.from(message.text).length} ${words.characters} · ${words.parts} ${message.parts}`}</p>
      )}
      {frame.sandboxUrl && (
        <p class="more">
          <a href={sandboxLink(frame.sandboxUrl, message.channel, message.address)}>
            {words.inSandbox}
          </a>
        </p>
      )}
    </Layout>
  );
}

function Envelope({ frame, page: { message, deliveries, period } }: Props) {
  const { words, language } = frame;
  return (
    <dl class="pairs">
      <dt>{words.kind}</dt>
      <dd>{`${words.kinds[message.kind]} · ${words.channels[message.channel]}`}</dd>
      <dt>{words.person}</dt>
      <dd>{`${message.person}（${shownAddress(message.channel, message.address)}）`}</dd>
      <dt>{words.plannedAt}</dt>
      <dd>{dateTime(frame, message.at)}</dd>
      <dt>{words.state}</dt>
      <dd>
        {words.deliveryStates[message.state]}
        {message.settledAt !== null && ` ${dateTime(frame, message.settledAt)}`}
        {message.reason && `，${failureInWords(message.reason, frame.language)}`}
      </dd>
      <dt>{words.attempts}</dt>
      <dd>{message.attempts}</dd>
      <dt>{words.about}</dt>
      <dd>
        {deliveries.map(({ unit, unitName }) =>
          unit === null ? (
            words.own
          ) : (
            <>
              <a href={linkTo(`/${period}/${unit}`, language)}>{unitName}</a>{' '}
            </>
          ),
        )}
      </dd>
    </dl>
  );
}

/** The sandbox page with what went to an address. Only the last digits of a mobile: pages show no full numbers. */
export function sandboxLink(sandboxUrl: string, channel: string, address: string): string {
  if (channel === 'robot') return new URL('/robot/wecom', sandboxUrl).href;
  const link = new URL('/', sandboxUrl);
  link.searchParams.set('to', channel === 'sms' ? address.slice(-4) : address);
  return link.href;
}
