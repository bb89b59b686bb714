/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { html } from 'hono/html';
import type { Rehearsed } from '../result.ts';
import { Page } from './page.tsx';
import type { PageRecord } from './read.ts';

export type PageInput = {
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
