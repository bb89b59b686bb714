/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { html } from 'hono/html';
import type { Rehearsed, RoundResult } from '../result.ts';
import { Symbols } from './legend.tsx';
import type { PageRecord, PageRound } from './read.ts';
import { RoundSection } from './round-section.tsx';

type PageInput = {
  readonly result: Rehearsed;
  readonly record: PageRecord;
  /** The style sheet, put into the page. */
  readonly style: string;
};

export async function renderPage(input: PageInput): Promise<string> {
  const page = await html`<!doctype html>${<Page {...input} />}`;
  // What hono makes is a String object, which is not equal to its text.
  return page.toString();
}

/** The rehearsal on one page that needs nothing beside itself; the compiled documents lie next to it. */
type PageProps = { result: Rehearsed; record: PageRecord; style: string };

const Page = ({ result, record, style }: PageProps) => (
  <html lang="zh-CN">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${result.year}年度演练 · ${record.plan}`}</title>
      <style dangerouslySetInnerHTML={{ __html: style }} />
    </head>
    <body>
      <Symbols />
      <header>
        <p class="banner">演练：以下消息都没有发给任何人，报送内容是样例。</p>
        <div class="masthead">
          <h1>{`${result.year}年度演练`}</h1>
          <p>{`${record.plan} · ${record.bureau} · 用时${result.seconds}秒`}</p>
          <nav>
            {result.rounds.map(({ period }) => (
              <a href={`#${period}`}>{period}</a>
            ))}
          </nav>
        </div>
      </header>
      <main>
        <Check violations={result.violations} refused={result.refused} />
        {pairs(result, record).map(([of, round]) => (
          <RoundSection result={of} round={round} record={record} />
        ))}
      </main>
    </body>
  </html>
);

function pairs(result: Rehearsed, record: PageRecord): [RoundResult, PageRound][] {
  return result.rounds.flatMap((of) => {
    const round = record.rounds.find((each) => each.round.period === of.period);
    return round ? [[of, round] as [RoundResult, PageRound]] : [];
  });
}

/** @jsxRuntime automatic @jsxImportSource hono/jsx */
type CheckProps = { violations: readonly string[]; refused: readonly string[] };

/** What the rehearsal was for: whether the record holds together; and what of the script was refused. */
const Check = ({ violations, refused }: CheckProps) => (
  <section class="check">
    {violations.length === 0 ? (
      <p class="passed">
        <b>✓ 核对通过</b> 每个节点都有着落，已报单位没有再收到提醒。
      </p>
    ) : (
      <div class="violated">
        <b>{`✗ 核对发现${violations.length}处问题`}</b>
        <List of={violations} />
      </div>
    )}
    {refused.length > 0 && (
      <div class="refused">
        <b>{`脚本中有${refused.length}项操作被拒`}</b>
        <List of={refused} />
      </div>
    )}
  </section>
);

const List = ({ of }: { of: readonly string[] }) => (
  <ul>
    {of.map((line) => (
      <li>{line}</li>
    ))}
  </ul>
);
