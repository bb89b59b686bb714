/** What an operator can filter workflows by in the Temporal UI: codes only, never a name or an address. */
import {
  defineSearchAttributeKey,
  SearchAttributeType,
  TypedSearchAttributes,
} from '@temporalio/common';
import { partsOf } from '../domain/obligation/obligation.ts';

const plan = defineSearchAttributeKey('cuibaoPlan', SearchAttributeType.KEYWORD);
const period = defineSearchAttributeKey('cuibaoPeriod', SearchAttributeType.KEYWORD);
const unit = defineSearchAttributeKey('cuibaoUnit', SearchAttributeType.KEYWORD);

/** Plan, period (or year) and unit, as far as the id of the workflow names them. */
export function searchAttributesOf(workflowId: string): TypedSearchAttributes {
  const parts = partsOf(workflowId);
  return new TypedSearchAttributes([
    { key: plan, value: parts.plan },
    ...(parts.period === '' ? [] : [{ key: period, value: parts.period }]),
    ...(parts.unit === '' ? [] : [{ key: unit, value: parts.unit }]),
  ]);
}
