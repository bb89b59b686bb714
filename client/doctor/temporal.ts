/** Whether something accepts connections at Temporal's address. Opens a socket only: the client may not import the SDK. */
import { connect } from 'node:net';
import { type Finding, failed, ok, plain } from '../bilingual.ts';

const PATIENCE_MS = 2_000;

/** @param address TEMPORAL_ADDRESS, host and port */
export async function checkTemporal(address = '127.0.0.1:7233'): Promise<Finding> {
  const { hostname, port } = new URL(`tcp://${address}`);
  return (await answers(hostname, Number(port)))
    ? ok('Temporal', plain(`${address} 有应答`))
    : failed(
        'Temporal',
        plain(
          `${address} 没有应答。报送照常受理，但提醒、催报和汇总会等到它恢复；请启动它（npm start）或检查 TEMPORAL_ADDRESS。`,
        ),
      );
}

const answers = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: PATIENCE_MS });
    const end = (answer: boolean) => {
      resolve(answer);
      socket.destroy();
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
