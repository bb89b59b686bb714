/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { Layout } from '../layout.tsx';
import { maskedNumber, shownTime } from '../shown.ts';
import type { KeptSms } from '../sms.ts';
import { type Language, wordsIn } from '../words.ts';

export function SmsPage({ sms, language }: { sms: KeptSms; language: Language }) {
  const words = wordsIn(language);
  const title = `${words.sms} → ${maskedNumber(sms.to)}`;
  return (
    <Layout language={language} title={title} here={`/sms/${sms.seq}`}>
      <dl>
        <dt>{words.time}</dt>
        <dd>{shownTime(sms.date || sms.receivedAt)}</dd>
        <dt>{words.received}</dt>
        <dd>{shownTime(sms.receivedAt)}</dd>
        <dt>{words.providerId}</dt>
        <dd>{sms.id}</dd>
        <dt>{words.reference}</dt>
        <dd class="long">{sms.key}</dd>
        {sms.repeated.length > 0 && (
          <>
            <dt>{words.repeated}</dt>
            <dd>{sms.repeated.map(shownTime).join('、')}</dd>
          </>
        )}
      </dl>
      <h2>{words.text}</h2>
      <pre class="letter">{sms.text}</pre>
      <p>{`${Array.from(sms.text).length} ${words.characters}`}</p>
    </Layout>
  );
}
