/** @jsxRuntime automatic @jsxImportSource hono/jsx */
/** What shapes, colours and lines mean; in English too, for who reads the picture only. */
import { STANDINGS } from './band.ts';
import { STANDING } from './words.ts';

export const Legend = () => (
  <ul class="legend" aria-label="图例">
    <Part title="渠道">
      <Mark shape="email" look="sent remind" zh="邮件" en="e-mail" />
      <Mark shape="sms" look="sent remind" zh="短信" en="SMS" />
      <Mark shape="letter" look="sent chase" zh="函" en="letter" />
      <Mark shape="slip" look="sent chase" zh="督办单" en="slip" />
      <Mark shape="task" look="sent chase" zh="任务" en="task" />
      <Mark shape="robot" look="sent reply" zh="群机器人" en="group robot" />
    </Part>
    <Part title="已发">
      <Mark shape="email" look="sent remind" zh="通知、提醒、截止" en="before" />
      <Mark shape="email" look="sent chase" zh="催报、催办、督办" en="after" />
      <Mark shape="email" look="sent reply" zh="回执等" en="replies" />
    </Part>
    <Part title="其他结果">
      <Mark shape="email" look="held" zh="待审发" en="held" />
      <Mark shape="email" look="waiting" zh="待发" en="planned" />
      <Mark shape="email" look="skipped" over="slash" zh="略过" en="skipped" />
      <Mark shape="email" look="failed" over="cross" zh="未送达、不明" en="failed" />
      <Mark shape="email" look="cancelled" zh="取消" en="cancelled" />
      <Mark shape="tick" look="confirm" zh="签收" en="confirmed" />
    </Part>
    <Part title="状态">
      {STANDINGS.map((standing) => (
        <li>
          <svg width="18" height="8" aria-hidden="true">
            <rect class={`band ${standing}`} width="18" height="6" y="1" />
          </svg>
          {STANDING[standing][0]} <small lang="en">{STANDING[standing][1]}</small>
        </li>
      ))}
    </Part>
  </ul>
);

const Part = ({ title, children }: { title: string; children?: unknown }) => (
  <li>
    <b>{title}</b>
    <ul>{children}</ul>
  </li>
);

type MarkProps = { shape: string; look: string; over?: string; zh: string; en: string };

const Mark = ({ shape, look, over, zh, en }: MarkProps) => (
  <li>
    <svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
      <g class={look === 'confirm' ? 'act confirm' : `mark ${look}`}>
        <use href={`#${shape}`} />
        {over && <use class="over" href={`#${over}`} />}
      </g>
    </svg>
    {zh} <small lang="en">{en}</small>
  </li>
);
