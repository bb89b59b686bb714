/** Failures on order: how a real server can misbehave, so that people and tests can watch what becomes of it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/**
 * - `refuse`           550 to the recipient
 * - `greylist`         451 to the recipient
 * - `auth`             535 to the login (matches the user name)
 * - `hang`             takes the whole mail, keeps nothing, never answers
 * - `drop-after-data`  keeps the mail, then cuts the line without an answer
 * - `bounce`           keeps the mail and answers 250, then reports that it could not be delivered
 * - `sms-refuse`       400
 * - `sms-error`        500
 * - `sms-hang`         takes the SMS, keeps nothing, never answers
 * - `sms-undelivered`  takes the SMS, and its receipt says that it did not arrive
 * - `robot-refuse`     93000: the robot is not in the group any more
 * - `robot-error`      502
 */
export const MODES = [
  'refuse',
  'greylist',
  'auth',
  'hang',
  'drop-after-data',
  'bounce',
  'sms-refuse',
  'sms-error',
  'sms-hang',
  'sms-undelivered',
  'robot-refuse',
  'robot-error',
] as const;
type Mode = (typeof MODES)[number];

export const Order = z.object({
  /** Part of the address or number; empty means all. */
  match: z.string().max(200).default(''),
  mode: z.enum(MODES),
  /** How often; without it until cleared. */
  times: z.preprocess(
    (value) => (value === '' || value === null ? undefined : value),
    z.coerce.number().int().min(1).max(10_000).optional(),
  ),
});
export type Order = z.infer<typeof Order>;

export type Failures = {
  order(order: Order): void;
  /** The first ordered failure of one of these modes that fits; one use of it is then spent. */
  spend<M extends Mode>(address: string, modes: readonly M[]): M | undefined;
  list(): readonly Order[];
  clear(): void;
};

/**
 * Orders hold until they are used up or cleared, also over a restart: a demonstration goes on with the number that
 * does not answer.
 * @param file where they are kept; null to keep them in memory only
 */
export function createFailures(file: string | null): Failures {
  let orders: readonly Order[] =
    file !== null && existsSync(file)
      ? z.array(Order).parse(JSON.parse(readFileSync(file, 'utf8')))
      : [];
  const keep = (next: readonly Order[]) => {
    if (next === orders) return;
    orders = next;
    if (file !== null) writeFileSync(file, JSON.stringify(orders));
  };
  return {
    order(order) {
      keep([...orders, order]);
    },
    spend(address, modes) {
      const found = orders.find(({ mode, match }) => {
        return modes.some((wanted) => wanted === mode) && fits(address, match);
      });
      if (found?.times !== undefined) {
        keep(orders.map((order) => (order === found ? spent(order) : order)).filter(isLeft));
      }
      return modes.find((mode) => mode === found?.mode);
    },
    list: () => orders,
    clear() {
      keep([]);
    },
  };
}

const fits = (address: string, match: string) =>
  address.toLowerCase().includes(match.trim().toLowerCase());
const spent = (order: Order): Order =>
  order.times === undefined ? order : { ...order, times: order.times - 1 };
const isLeft = ({ times }: Order) => times === undefined || times > 0;
