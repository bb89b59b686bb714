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

/** @jsxRuntime automatic @jsxImportSource hono/jsx */
/** The shapes and hatchings that the pictures of the page share; all about 7 px, centred at 0,0. */
export const Symbols = () => (
  <svg class="symbols" width="0" height="0" aria-hidden="true">
    <defs>
      <circle id="email" r="3.1" />
      <path id="sms" d="M0 -3.7 L3.7 2.9 H-3.7 Z" />
      <rect id="letter" x="-3" y="-3" width="6" height="6" />
      <path id="slip" d="M0 -4 L4 0 L0 4 L-4 0 Z" />
      <path
        id="task"
        d="M-1.3 -3.6 H1.3 V-1.3 H3.6 V1.3 H1.3 V3.6 H-1.3 V1.3 H-3.6 V-1.3 H-1.3 Z"
      />
      <path id="robot" d="M-3.4 -2.8 H3.4 V1.6 H0.6 L-1.6 3.8 V1.6 H-3.4 Z" />
      <path id="cross" d="M-2 -2 L2 2 M-2 2 L2 -2" />
      <path id="slash" d="M-3.6 3.6 L3.6 -3.6" />
      <path id="tick" d="M-3 0 L-0.8 2.4 L3.2 -2.6" fill="none" />
      <Hatch name="hatch-overdue" ground="#c2352b" stripe="#f4c9c4" />
      <Hatch name="hatch-late" ground="#2f8f83" stripe="#d3ebe6" />
      <Hatch name="hatch-waived" ground="#8b98a5" stripe="#eef1f4" />
    </defs>
  </svg>
);

type HatchProps = { name: string; ground: string; stripe: string };

const Hatch = ({ name, ground, stripe }: HatchProps) => (
  <pattern
    id={name}
    width="5"
    height="5"
    patternUnits="userSpaceOnUse"
    patternTransform="rotate(45)"
  >
    <rect width="5" height="5" fill={ground} />
    <rect width="1.6" height="5" fill={stripe} />
  </pattern>
);
