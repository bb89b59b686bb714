/** Failures on order: how a real server can misbehave, so that people and tests can watch what becomes of it. */

/**
 * - `refuse`           550 to the recipient
 * - `greylist`         451 to the recipient
 * - `auth`             535 to the login (matches the user name)
 * - `hang`             takes the whole mail, keeps nothing, never answers
 * - `drop-after-data`  keeps the mail, then cuts the line without an answer
 * - `sms-refuse`       400
 * - `sms-error`        500
 * - `sms-hang`         takes the SMS, keeps nothing, never answers
 */
export const MODES = [
  'refuse',
  'greylist',
  'auth',
  'hang',
  'drop-after-data',
  'sms-refuse',
  'sms-error',
  'sms-hang',
] as const;
type Mode = (typeof MODES)[number];

export type Order = {
  /** Part of the address or number; empty means all. */
  readonly match: string;
  readonly mode: Mode;
  /** How often; without it until cleared. */
  readonly times?: number | undefined;
};

export type Failures = {
  order(order: Order): void;
  /** The first ordered failure of one of these modes that fits; one use of it is then spent. */
  spend<M extends Mode>(address: string, modes: readonly M[]): M | undefined;
  list(): readonly Order[];
  clear(): void;
};

/** Kept in memory only: a restart is healthy again. */
export function createFailures(): Failures {
  let orders: Order[] = [];
  return {
    order(order) {
      orders.push(order);
    },
    spend(address, modes) {
      const found = orders.find(({ mode, match }) => {
        return modes.some((wanted) => wanted === mode) && fits(address, match);
      });
      orders = orders.map((order) => (order === found ? spent(order) : order)).filter(isLeft);
      return modes.find((mode) => mode === found?.mode);
    },
    list: () => orders,
    clear() {
      orders = [];
    },
  };
}

const fits = (address: string, match: string) =>
  address.toLowerCase().includes(match.trim().toLowerCase());
const spent = (order: Order): Order =>
  order.times === undefined ? order : { ...order, times: order.times - 1 };
const isLeft = ({ times }: Order) => times === undefined || times > 0;
