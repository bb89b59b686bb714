/** Routes that cannot be written down without saying what they need. */
import { type Context, type Handler, Hono } from 'hono';
import { answerStranger, refuseVisitor } from './answers.ts';
import { may, type Need } from './permissions.ts';
import type { Env } from './visitor.ts';

type Method = 'GET' | 'POST' | 'PUT';
export type Route = { readonly method: Method; readonly path: string; readonly need: Need };
type Answer<Path extends string> = (c: Context<Env, Path>) => Response | Promise<Response>;
type Add = <Path extends string>(path: Path, need: Need, answer: Answer<Path>) => void;

export type Routes = {
  readonly app: Hono<Env>;
  /** All of them, for the test that tries each as everybody. */
  readonly list: readonly Route[];
  readonly get: Add;
  readonly post: Add;
  readonly put: Add;
};

/** A path with `:unit` is about that unit: a grant of another unit does not open it. */
export function createRoutes(): Routes {
  const app = new Hono<Env>();
  const list: Route[] = [];
  const add =
    (method: Method): Add =>
    (path, need, answer) => {
      list.push({ method, path, need });
      app.on(method, path, guarded(need, answer as Answer<string>));
    };
  return { app, list, get: add('GET'), post: add('POST'), put: add('PUT') };
}

const guarded =
  (need: Need, answer: Answer<string>): Handler<Env> =>
  async (c) => {
    const visitor = c.get('visitor');
    if (need === 'anyone') return answer(c);
    if (!visitor) return answerStranger(c);
    if (need === 'signed in') return answer(c);
    if (!may(visitor.grants, need)) return refuseVisitor(c, need);
    // As if it did not exist: nobody learns of other units even what is there.
    if (!may(visitor.grants, need, c.req.param('unit'))) return c.notFound();
    return answer(c);
  };
