/** The report form as a browser without scripts sends it. */

import { readObligation } from '../../../store/read/obligations.ts';
import { readKept } from '../../../store/visit/drafts.ts';
import { ROUND } from '../people/cast.ts';
import type { Web } from './web-app.ts';

const HERE = 'http://127.0.0.1:8080';

export const pdf = (): File =>
  new File([Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')], '台账.pdf');

export type Fields = Readonly<Record<string, string | File>>;

/** The fields of a complete report of a town. */
export const FILLED: Fields = {
  'item-52-status': '按序时推进',
  'item-52-progress': '上半年新增贷款 3.2 亿元。',
  'item-53-status': '持续推进',
  'item-53-progress': '按季报送。',
  preparedBy: '梁志强',
  phone: '0760-00000001',
  signedBy: '黄分管',
  declaration: 'yes',
};

/** Sends the form as multipart. Hidden fields that are not given have their current values. */
export async function send(
  web: Web,
  cookie: string,
  path: string,
  fields: Fields,
): Promise<Response> {
  const body = new FormData();
  const all = { ...(await hiddenIn(web, path)), ...fields };
  for (const [name, value] of Object.entries(all)) body.append(name, value);
  const headers = { cookie, origin: HERE };
  return web.request(`${HERE}${path}`, { method: 'POST', headers, body });
}

async function hiddenIn(web: Web, path: string): Promise<Fields> {
  const unit = /^\/2018H1\/([\w-]+)\/report$/.exec(path)?.[1];
  if (unit === undefined) return {};
  const { version } = await readObligation(web.round.database.pool, `${ROUND}/${unit}`);
  return { rev: await revOf(web, unit), seen: String(version) };
}

export const revOf = async (web: Web, unit: string): Promise<string> =>
  String((await readKept(web.round.database.pool, `${ROUND}/${unit}`)).rev);
