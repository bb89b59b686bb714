/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Zone } from '../../domain/time/time.ts';
import { documentName, type RoundResult } from '../result.ts';
import type { PageRound } from './read.ts';
import { shortTime } from './words.ts';

type DocumentsProps = { round: PageRound; result: RoundResult; zone: Zone };

/** The compiled versions; the links work while the files lie beside the page. */
export const Documents = ({ round, result, zone }: DocumentsProps) => (
  <section>
    <h3>汇总报告</h3>
    {round.compilations.length === 0 ? (
      <p>演练结束时还没有汇总。</p>
    ) : (
      <ul class="documents">
        {round.compilations.map((each) => (
          <li>
            <a href={encodeURIComponent(documentName(result.period, each.version))}>
              {`第${each.version}版`}
            </a>{' '}
            {`${shortTime(each.madeAt, zone)}，${each.reason}`}
            {each.outstanding > 0 ? `，当时未报${each.outstanding}个` : '，已报齐'}
            {round.round.signedOffVersion === each.version && <b>，已上报</b>}
          </li>
        ))}
      </ul>
    )}
    <p class="note">文件与本页在同一个文件夹。</p>
  </section>
);
