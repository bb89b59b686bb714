/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { Layout } from './layout.tsx';
import { filesIn, type KeptMail, nameOf } from './mail-store.ts';
import { shownTime } from './shown.ts';
import { type Language, wordsIn } from './words.ts';

type Props = KeptMail & { language: Language };

export function MailPage(props: Props) {
  const { summary, parsed, language } = props;
  const words = wordsIn(language);
  const path = `/mail/${summary.seq}`;
  return (
    <Layout language={language} title={summary.subject || '—'} here={path}>
      <dl>
        <dt>{words.from}</dt>
        <dd>{summary.from}</dd>
        <dt>{words.to}</dt>
        <dd>{summary.toShown}</dd>
        <dt>{words.time}</dt>
        <dd>{shownTime(summary.date)}</dd>
        <dt>{words.received}</dt>
        <dd>{shownTime(summary.receivedAt)}</dd>
        <Files {...props} />
      </dl>
      <h2>{words.text}</h2>
      <pre class="letter">{parsed.text}</pre>
      <p class="more">
        {parsed.html && <a href={`${path}/html`}>{words.html}</a>}{' '}
        <a href={`${path}/raw`}>{words.raw}</a>
      </p>
      <details>
        <summary>{words.headers}</summary>
        <pre>{parsed.headerLines.map(({ line }) => line).join('\n')}</pre>
      </details>
    </Layout>
  );
}

function Files({ summary, parsed, language }: Props) {
  const files = filesIn(parsed);
  if (files.length === 0) return null;
  return (
    <>
      <dt>{wordsIn(language).attachments}</dt>
      <dd>
        <ul>
          {files.map((file, index) => (
            <li>
              <a href={`/mail/${summary.seq}/attachment/${index}`}>{nameOf(file, index)}</a>{' '}
              <small>{sizeOf(file.size)}</small>
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}

const sizeOf = (bytes: number): string =>
  bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} KB`;
