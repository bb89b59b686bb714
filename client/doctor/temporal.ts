/** Whether something answers where Temporal should be. No answer to a person needs it, so this opens a socket only. */
import { connect } from 'node:net';
import { type Finding, failed, ok, plain } from '../bilingual.ts';
import type { Settings } from '../cli/context.ts';

const PATIENCE_MS = 2_000;

export async function checkTemporal({ TEMPORAL_ADDRESS }: Settings): Promise<Finding> {
  const address = TEMPORAL_ADDRESS ?? '127.0.0.1:7233';
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
