import { type AddressInfo, createConnection, createServer } from 'node:net';

/** A way to the server on which answers are kept back until a statement has come by. */
export async function wayWithoutAnswers(url: string) {
  const { port, hostname } = new URL(url);
  let awaited = '';
  let release = () => {};
  let hold = () => {};
  const server = createServer((from) => {
    const to = createConnection(Number(port), hostname);
    release = () => to.resume();
    from.on('data', (asked) => {
      to.write(asked);
      if (asked.includes(awaited)) release();
    });
    to.on('data', (answer) => from.write(answer));
    to.on('close', () => from.destroy());
    from.on('close', () => to.destroy());
    hold = () => to.pause();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const own = new URL(url);
  own.port = String((server.address() as AddressInfo).port);
  return {
    url: own.href,
    answerOnce(statement: string) {
      awaited = statement;
      hold();
    },
    close: () => server.close(),
  };
}
