/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { LIMITS } from '../../../domain/obligation/limits.ts';
import type { WorkItem } from '../../../domain/plan/plan.ts';
import { lastFigures } from '../report/field-values.ts';
import { type FieldsProps, ReportField } from '../report/report-field.tsx';
import { ReportItem } from '../report/report-items.tsx';
import type { ReportScene } from '../report/report-scene.ts';
import { isUsed } from '../report/report-values.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo } from '../shared/language.ts';

type Props = {
  readonly frame: Frame;
  readonly scene: ReportScene;
  readonly fields: FieldsProps;
  readonly home: string;
};

/** The items that must be reported on, those that may be, folded away while empty, and the free block. */
export function ReportItems({ frame, scene, fields, home }: Props) {
  const { words, values, problems } = fields;
  const { items, optionalItems, unitKind } = scene.obligation;
  const itemsOf = (numbers: readonly number[]) =>
    numbers.flatMap((no) => frame.rules.plan.items.find((item) => item.no === no) ?? []);
  const one = (optional: boolean) => (item: WorkItem) => (
    <ReportItem
      {...fields}
      item={item}
      optional={optional}
      sheet={linkTo(`${home}/items/${item.no}`, frame.language)}
      lastFigures={lastFigures(scene.last, item.no)}
      last={scene.last?.items.find(({ no, progress }) => no === item.no && progress) ?? null}
    />
  );
  const used = optionalItems.some((no) => isUsed(values, no, scene.last));
  return (
    <>
      <h2>{`${words.requiredItems}（${items.length}）`}</h2>
      <p class="field">
        <label class="tick">
          <input
            type="checkbox"
            name="nil"
            id="nil"
            value="yes"
            checked={values['nil'] === 'yes'}
          />{' '}
          {words.nilChoice}
        </label>
        {problems.get('nil')?.map((sentence) => (
          <span class="problem">{sentence}</span>
        ))}
      </p>
      <p class="why">{words.figuresHint(scene.round.period.endsWith('H2'))}</p>
      {itemsOf(items).map(one(false))}
      {optionalItems.length > 0 && (
        <details open={used}>
          <summary>{`${words.optionalItems}（${optionalItems.length}）`}</summary>
          <p class="why">{words.optionalHint}</p>
          {itemsOf(optionalItems).map(one(true))}
        </details>
      )}
      <ReportField
        {...fields}
        name="remark"
        label={unitKind === 'town' ? words.remarkOfTown : words.remarkOfUnit}
        most={LIMITS.remark}
        rows={4}
      />
    </>
  );
}
