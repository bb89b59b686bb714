/** cuibao sign-in-link: whoever can run it can be the administrator on the pages. */
import { wasLinkUsed } from '../../../store/visit/sessions.ts';
import { makeLink } from '../../web/sign-in/codes.ts';
import { type Context, inOffice, type Office } from '../context.ts';
import { say } from '../terminal/say.ts';

export const signInLink = (context: Context): Promise<void> =>
  inOffice(context, async (office) => say(await newLink(office)));

/** For a first start: until somebody has come in by one, the welcome offers a new link. */
export async function firstLink(office: Office): Promise<string | null> {
  const { pool, plan } = office;
  return (await wasLinkUsed(pool, plan.id)) ? null : newLink(office);
}

async function newLink({ pool, plan, now, settings }: Office): Promise<string> {
  const path = await makeLink({ pool, plan: plan.id, now });
  return `${settings.WEB_URL ?? 'http://127.0.0.1:8080'}${path}`;
}
