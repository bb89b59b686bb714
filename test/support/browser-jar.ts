/** fetch() with cookies, one redirect at a time, as a browser that belongs to one person. */
export function createJar() {
  const cookies = new Map<string, string>();
  const keep = (answer: Response, host: string) => {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      cookies.set(`${host} ${pair.slice(0, at)}`, pair.slice(at + 1));
    }
  };
  const header = (host: string) =>
    [...cookies]
      .filter(([key]) => key.startsWith(`${host} `))
      .map(([key, value]) => `${key.slice(host.length + 1)}=${value}`)
      .join('; ');
  const visit = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const { host, origin } = new URL(url);
    const headers = { cookie: header(host), origin };
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    keep(answer, host);
    return answer;
  };
  return {
    visit,
    /** Follows redirects to the page at their end. */
    async follow(url: string, init: RequestInit = {}): Promise<{ url: string; answer: Response }> {
      let at = url;
      let answer = await visit(at, init);
      for (let hops = 0; answer.status >= 300 && answer.status < 400 && hops < 20; hops += 1) {
        at = new URL(answer.headers.get('location') ?? '', at).href;
        answer = await visit(at);
      }
      return { url: at, answer };
    },
  };
}
