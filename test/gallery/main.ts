/** Writes the gallery (`npm run pages`): a picture of every page for each role, every message, and an index. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Role } from '../../domain/plan/plan.ts';
import { openBrowser, WIDTHS, windowOf } from '../support/pages/browser.ts';
import { serve } from '../support/pages/served.ts';
import { NOW, webOverRound } from '../support/pages/web-app.ts';
import { addressOf } from '../support/people/contacts.ts';
import { createAdministrator } from '../support/people/signed-in.ts';
import { indexPage, type Picture } from './index-page.ts';
import { messageFiles } from './messages.ts';
import { ADMINISTRATOR, PAGES, type Shown } from './pages.ts';

const [folder = path.join(process.cwd(), '.cuibao', 'pages')] = process.argv.slice(2);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const web = await webOverRound();
const served = await serve((webUrl) => ({ ...web.deps, webUrl, onThisMachine: true }));
const browser = await openBrowser();
const administrator = await createAdministrator(web.round.database.pool, NOW);
const pictures: Picture[] = [];
try {
  for (const page of PAGES) pictures.push(...(await take(page)));
} finally {
  await browser.close();
  await served.close();
  await web.round.database.drop();
}
const messages = await messageFiles(folder);
const index = path.join(folder, 'index.html');
writeFileSync(index, String(await indexPage(pictures, messages)));
console.log(
  `${pictures.length} 张页面图、${messages.length} 件信息和文书 pictures and messages: ${pathToFileURL(index).href}`,
);

async function take({ name, at, as, language }: Shown): Promise<Picture[]> {
  const cookie = as === undefined ? {} : { cookie: await cookieOf(as) };
  const taken: Picture[] = [];
  for (const [width, viewport] of Object.entries(WIDTHS)) {
    const page = await windowOf(browser, { url: served.url, viewport, language, ...cookie });
    const answer = await page.goto(at);
    const file = `${name}-${language}-${width}.png`;
    await page.screenshot({ path: path.join(folder, file), fullPage: true, timeout: 120_000 });
    await page.context().close();
    taken.push({ file, name, at, as: as ?? '', language, width, status: answer?.status() ?? 0 });
  }
  return taken;
}

async function cookieOf(as: string): Promise<string> {
  if (as === ADMINISTRATOR) return administrator;
  const [unit = '', role = ''] = as.split('.');
  return web.cookieOf(addressOf(unit, role as Role));
}
