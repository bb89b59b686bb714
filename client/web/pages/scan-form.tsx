/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { randomUUID } from 'node:crypto';
import type { Frame } from '../shared/frame.ts';

type ScanFormProps = {
  readonly frame: Frame;
  readonly home: string;
  readonly version: number;
  readonly problem?: string | undefined;
};

/** The signed page may follow within three working days, without undoing the arrival. */
export const ScanForm = ({ frame: { words }, home, version, problem }: ScanFormProps) => (
  <form
    class="card no-print"
    method="post"
    action={`${home}/scans/${version}`}
    enctype="multipart/form-data"
  >
    <input type="hidden" name="id" value={randomUUID()} />
    <h2>{words.addScan}</h2>
    {problem && (
      <p class="problem" role="alert">
        {problem}
      </p>
    )}
    <p class="field">
      <label for="file">{words.chooseFile}</label>
      <input id="file" name="file" type="file" accept=".pdf,.png,.jpg,.jpeg" required />
    </p>
    <button type="submit">{words.uploadFile}</button>
  </form>
);
