/** @jsxRuntime automatic @jsxImportSource hono/jsx */
/** The rehearsal on one page that needs nothing beside itself; the compiled documents lie next to it. */
import type { Rehearsed, RoundResult } from '../result.ts';
import { Check } from './check.tsx';
import type { PageRecord, PageRound } from './read.ts';
import { RoundSection } from './round-section.tsx';
import { Symbols } from './symbols.tsx';

type PageProps = { result: Rehearsed; record: PageRecord; style: string };

export const Page = ({ result, record, style }: PageProps) => (
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
