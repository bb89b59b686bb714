/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { DocumentText } from '../../../domain/texts/facts.ts';
import type { TimelineDelivery } from '../../../store/read/unit.ts';
import type { Behind } from '../../../store/web-pages/unit.ts';
import { failureInWords } from '../../failure-words.ts';
import { signOf } from '../last-contact.ts';
import { sandboxLink } from '../sandbox-link.ts';
import { type Frame, mayHere } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';
import { shortTime } from '../shared/shown.ts';
import { LetterText } from './letter-text.tsx';

type DeliveryProps = {
  readonly frame: Frame;
  readonly delivery: TimelineDelivery;
  readonly behind: Behind | undefined;
};

/** One message or document of a step: to whom, how, what became of it, and its words. */
export function UnitDelivery({ frame, delivery, behind }: DeliveryProps) {
  const { words, language } = frame;
  const { slot, channel, person, state, reason, settledAt, insteadOf } = delivery;
  return (
    <li>
      <span aria-hidden="true">{signOf(state)}</span> {words.channels[channel]} →{' '}
      {person ? `${person}（${words.slots[slot]}）` : words.slots[slot]}{' '}
      <span class={state === 'rejected' || state === 'unknown' ? 'tag bad' : 'tag'}>
        {words.deliveryStates[state]}
      </span>{' '}
      {settledAt !== null && <small>{shortTime(frame, settledAt)}</small>}{' '}
      {insteadOf !== null && <span class="tag">{words.insteadWent}</span>}{' '}
      {reason && <span class="why">{failureInWords(reason, language)}</span>}
      {behind?.document && <Document frame={frame} document={behind.document} />}
      {behind?.reference && (
        <Message frame={frame} delivery={delivery} reference={behind.reference} />
      )}
    </li>
  );
}

type MessageProps = Pick<DeliveryProps, 'frame' | 'delivery'> & { readonly reference: string };

function Message({ frame, delivery, reference }: MessageProps) {
  const { words, language, sandboxUrl } = frame;
  const { text, subject, address, channel } = delivery;
  return (
    <details>
      <summary>{subject || words.showText}</summary>
      <pre class="letter">{text}</pre>
      <p class="more">
        {mayHere(frame, 'read round') && (
          <a href={linkTo(`/messages/${reference}`, language)}>{words.messages}</a>
        )}
        {sandboxUrl && address && (
          <a href={sandboxLink(sandboxUrl, channel, address)}>{words.inSandbox}</a>
        )}
      </p>
    </details>
  );
}

const Document = ({ frame, document }: { frame: Frame; document: DocumentText }) => (
  <details>
    <summary>{document.title || frame.words.showText}</summary>
    <LetterText document={document} />
  </details>
);
