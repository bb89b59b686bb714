/** @jsxRuntime automatic @jsxImportSource hono/jsx */
type CheckProps = { violations: readonly string[]; refused: readonly string[] };

/** What the rehearsal was for: whether the record holds together; and what of the script was refused. */
export const Check = ({ violations, refused }: CheckProps) => (
  <section class="check">
    {violations.length === 0 ? (
      <p class="passed">
        <b>✓ 核对通过</b> 每个节点都有着落，已报单位没有再收到提醒。
      </p>
    ) : (
      <div class="violated">
        <b>{`✗ 核对发现${violations.length}处问题`}</b>
        <List of={violations} />
      </div>
    )}
    {refused.length > 0 && (
      <div class="refused">
        <b>{`脚本中有${refused.length}项操作被拒`}</b>
        <List of={refused} />
      </div>
    )}
  </section>
);

const List = ({ of }: { of: readonly string[] }) => (
  <ul>
    {of.map((line) => (
      <li>{line}</li>
    ))}
  </ul>
);
