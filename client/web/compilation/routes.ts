import { roundId } from '../../../domain/obligation/obligation.ts';
import { DOCX } from '../../../gateways/documents/media-types.ts';
import { newestCompilation, readCompilationPage } from '../../../store/read/compilations.ts';
import { findRound } from '../../../store/read/rounds.ts';
import { createRoutes, type Routes } from '../access/routes.tsx';
import type { Deps } from '../deps.ts';
import { attachment } from '../shared/download.ts';
import { readFrame } from '../shared/frame.ts';
import { languageFor, linkTo } from '../shared/language.ts';
import { periodName } from '../shared/shown.ts';
import { CompilationPage, NoCompilationPage } from './compilation-page.tsx';

export function compilationRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  const find = (period: string, version: string, against?: string) =>
    readCompilationPage(
      deps.pool,
      roundId(deps.plan, period),
      Number(version),
      against !== undefined && /^\d{1,6}$/.test(against) ? Number(against) : undefined,
    );

  routes.get('/:period{[0-9]{4}H[12]}/compilations', 'read round', async (c) => {
    const { period } = c.req.param();
    const round = await findRound(deps.pool, roundId(deps.plan, period));
    if (round === null) return c.notFound();
    const newest = await newestCompilation(deps.pool, round.id);
    if (newest !== null) {
      const language = languageFor(c);
      return c.redirect(linkTo(`/${period}/compilations/${newest.version}`, language));
    }
    return c.html(NoCompilationPage({ frame: await readFrame(c, deps), round }));
  });

  routes.get(
    '/:period{[0-9]{4}H[12]}/compilations/:version{[0-9]{1,6}}',
    'read round',
    async (c) => {
      const { period, version } = c.req.param();
      const page = await find(period, version, c.req.query('against'));
      if (page === null) return c.notFound();
      return c.html(CompilationPage({ frame: await readFrame(c, deps), page }));
    },
  );

  routes.get(
    '/:period{[0-9]{4}H[12]}/compilations/:file{[0-9]{1,6}\\.(?:docx|json)}',
    'read round',
    async (c) => {
      const { period, file } = c.req.param();
      const [version = '', ending = ''] = file.split('.');
      const page = await find(period, version);
      if (page === null) return c.notFound();
      const name = `${periodName('zh', period)}汇总报告第${version}版.${ending}`;
      const body =
        ending === 'docx'
          ? new Uint8Array(page.document)
          : new TextEncoder().encode(`${JSON.stringify(page.data, null, 2)}\n`);
      return c.body(body, 200, attachment(name, ending === 'docx' ? DOCX : JSON_TYPE));
    },
  );
  return routes;
}

const JSON_TYPE = 'application/json; charset=utf-8';
