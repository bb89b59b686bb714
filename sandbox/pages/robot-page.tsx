/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { Layout } from '../layout.tsx';
import type { Said } from '../robot-store.ts';
import { shownTime } from '../shown.ts';
import { type Language, wordsIn } from '../words.ts';

/** The work group as its members would see it, newest first. */
export function RobotPage({ language, said }: { language: Language; said: readonly Said[] }) {
  const words = wordsIn(language);
  return (
    <Layout language={language} title={words.robot} here="/robot/wecom">
      <p>{words.robotHint}</p>
      {said.length === 0 ? <p>{words.robotSilent}</p> : said.map((one) => <Speech one={one} />)}
    </Layout>
  );
}

const Speech = ({ one }: { one: Said }) => (
  <section class="said" id={`said-${one.seq}`}>
    <p class="time">{shownTime(one.receivedAt)}</p>
    <pre class="letter">{one.text}</pre>
  </section>
);
