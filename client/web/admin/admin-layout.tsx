/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { Frame } from '../shared/frame.ts';
import { linkTo, type Words } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';

type AdminPath = keyof Words['adminPages'];

type Props = {
  readonly frame: Frame;
  readonly at: AdminPath;
  readonly title?: string;
  readonly here?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly done?: string | undefined;
  readonly children: Child;
};

/** The frame of the administrator's pages, with their own row of links. */
export function AdminLayout({ frame, at, title, here = at, query = {}, done, children }: Props) {
  const { words, language } = frame;
  const name = title ?? words.adminPages[at];
  return (
    <Layout
      frame={frame}
      title={`${name} · ${words.adminTitle}`}
      here={here}
      query={query}
      done={done}
      wide
    >
      <nav class="filter sub" aria-label={words.adminTitle}>
        {(Object.keys(words.adminPages) as AdminPath[]).map((path) => (
          <a href={linkTo(path, language)} aria-current={path === at ? 'page' : undefined}>
            {words.adminPages[path]}
          </a>
        ))}
      </nav>
      <h1>{name}</h1>
      {children}
    </Layout>
  );
}
