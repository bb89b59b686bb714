/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { UnitProps } from './unit-props.ts';

export function UnitItems({ frame, record: { obligation } }: UnitProps) {
  const { words } = frame;
  return (
    <>
      <h2>{`${words.owedItems}（${obligation.items.length}）`}</h2>
      <Items frame={frame} numbers={obligation.items} />
      {obligation.optionalItems.length > 0 && (
        <details class="optional">
          <summary>{`${words.optionalItems}（${obligation.optionalItems.length}）`}</summary>
          <p>{words.optionalHint}</p>
          <Items frame={frame} numbers={obligation.optionalItems} />
        </details>
      )}
    </>
  );
}

type ItemsProps = { readonly frame: UnitProps['frame']; readonly numbers: readonly number[] };

const Items = ({ frame, numbers }: ItemsProps) => (
  <ol class="items">
    {frame.rules.plan.items
      .filter((item) => numbers.includes(item.no))
      .map((item) => (
        <li value={item.no}>
          {item.content}
          <small>
            {`${frame.words.leads}：${item.leads.join('、')}；${frame.words.schedule}：${item.schedule}`}
          </small>
        </li>
      ))}
  </ol>
);
