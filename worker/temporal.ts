/**
 * The only file that holds a Temporal client or knows Temporal's error classes. It connects on first use: processes
 * that only answer people need no connection.
 */
import { Client, Connection, WorkflowNotFoundError } from '@temporalio/client';
import {
  defineSearchAttributeKey,
  SearchAttributeType,
  TypedSearchAttributes,
} from '@temporalio/common';
import { partsOf } from '../domain/obligation/obligation.ts';
import { changed, type Look, type WorkflowName } from '../workflows/messages.ts';

export type Temporal = {
  readonly client: Client;
  /** Signals `changed`. @returns false when no such workflow is running */
  readonly tellChanged: (workflowId: string, rev: number, look?: Look) => Promise<boolean>;
  /** Starts a top-level workflow under its business id; does nothing when it runs already. */
  readonly start: (workflow: WorkflowName, id: string, look?: Look) => Promise<void>;
  readonly close: () => Promise<void>;
};

export function connectTemporal(settings: {
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
}): Temporal {
  const connection = Connection.lazy({ address: settings.address });
  const client = new Client({ connection, namespace: settings.namespace });
  return temporalOf(client, settings.taskQueue, {
    close: () => connection.close(),
    searchAttributes: true,
  });
}

/**
 * The same over an existing client (a test environment's). Search attributes must be registered with the server; the
 * test server has none.
 */
export function temporalOf(
  client: Client,
  taskQueue: string,
  options: { readonly close?: () => Promise<void>; readonly searchAttributes?: boolean } = {},
): Temporal {
  return {
    client,
    async tellChanged(workflowId, rev, look) {
      try {
        await client.workflow.getHandle(workflowId).signal(changed, rev, look);
        return true;
      } catch (error) {
        if (!(error instanceof WorkflowNotFoundError)) throw error;
        return false;
      }
    },
    async start(workflow, id, look) {
      await client.workflow.start(workflow, {
        workflowId: id,
        taskQueue,
        args: [{ v: 1, id, ...(look ? { look } : {}) }],
        // A round that is opened again starts its workflows again; each begins with a look at the record.
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        workflowIdConflictPolicy: 'USE_EXISTING',
        staticSummary: id,
        ...(options.searchAttributes ? { typedSearchAttributes: searchAttributesOf(id) } : {}),
      });
    },
    close: options.close ?? (async () => {}),
  };
}

/** Filters for operators in the Temporal UI: codes only, never a name or an address. */
const plan = defineSearchAttributeKey('cuibaoPlan', SearchAttributeType.KEYWORD);
const period = defineSearchAttributeKey('cuibaoPeriod', SearchAttributeType.KEYWORD);
const unit = defineSearchAttributeKey('cuibaoUnit', SearchAttributeType.KEYWORD);

/** Plan, period (or year) and unit, as far as the workflow's id names them. */
export function searchAttributesOf(workflowId: string): TypedSearchAttributes {
  const parts = partsOf(workflowId);
  return new TypedSearchAttributes([
    { key: plan, value: parts.plan },
    ...(parts.period === '' ? [] : [{ key: period, value: parts.period }]),
    ...(parts.unit === '' ? [] : [{ key: unit, value: parts.unit }]),
  ]);
}
