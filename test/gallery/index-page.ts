/** The gallery's index: a thumbnail of each page, and links to the messages. */
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { MessageFile } from './messages.ts';

export type Picture = {
  readonly file: string;
  readonly name: string;
  readonly at: string;
  readonly as: string;
  readonly language: string;
  readonly width: string;
  readonly status: number;
};

export const indexPage = (
  pictures: readonly Picture[],
  messages: readonly MessageFile[],
): HtmlEscapedString | Promise<HtmlEscapedString> =>
  html`<!DOCTYPE html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>催报：全部页面和信息</title>
<style>
body { font: 14px/1.5 sans-serif; margin: 1rem }
figure { display: inline-block; width: 18rem; margin: 0 1rem 1rem 0; vertical-align: top }
img { width: 100%; max-height: 16rem; object-fit: cover; object-position: top; border: 1px solid #ccc }
</style></head>
<body>
<h1>催报：全部页面和信息 Every page and message</h1>
${pictures.map(
  ({ file, name, at, as, language, width, status }) => html`<figure>
<a href="${file}"><img src="${file}" alt="${name} ${language} ${width}" loading="lazy"></a>
<figcaption>${name} · ${language} · ${width}<br>${at} ${as} (${status})</figcaption>
</figure>`,
)}
<h2>信息 Messages</h2>
<ul>${messages.map(({ file, title }) => html`<li><a href="${file}">${title}</a></li>`)}</ul>
</body></html>`;
