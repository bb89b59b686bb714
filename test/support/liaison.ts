/** A liaison at the form: what they send, as a browser without scripts sends it. */
import { readKept } from '../../store/drafts.ts';
import { ROUND } from './round-for-pages.ts';
import type { Web } from './web-app.ts';

const HERE = 'http://127.0.0.1:8080';

export const pdf = (): File =>
  new File([Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')], '台账.pdf');

export type Fields = Readonly<Record<string, string | File>>;

/** A town's report with nothing left out. */
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

/** Multipart, as a form with files is sent. */
export async function send(
  web: Web,
  cookie: string,
  path: string,
  fields: Fields,
): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const headers = { cookie, origin: HERE };
  return web.request(`${HERE}${path}`, { method: 'POST', headers, body });
}

export const revOf = async (web: Web, unit: string): Promise<string> =>
  String((await readKept(web.round.database.pool, `${ROUND}/${unit}`)).rev);
