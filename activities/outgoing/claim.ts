/**
 * The claim: under the locks that every command takes, so of a claim and a report the later sees the earlier, and
 * nobody is reminded whose report was there before.
 */

import type { Db } from '../../store/db/pool.ts';
import { atOnce, inTransaction } from '../../store/db/transaction.ts';
import { reachedSince } from '../../store/read/deliveries.ts';
import { type Known, readKnown } from '../../store/write/claim.ts';
import { settleDelivery } from '../../store/write/deliveries.ts';
import { type LockedTogether, lockTogether } from '../../store/write/locked.ts';
import type { Deps } from '../deps.ts';
import { leaveMessage } from '../leave-message.ts';
import type { Letter, MessageToSend } from '../message.ts';
import { lookAt } from '../obligation/look.ts';
import { handToOfficer } from '../obligation/tasks.ts';
import { insistOn, mayHavePeers, peersOf } from '../peers.ts';
import { readyDelivery } from '../ready-delivery.ts';
import { retime } from '../retime.ts';
import { prepareDocument } from './held.ts';
import type { Claim, ClaimInput, Peer, Scene } from './outgoing.ts';
import { claimMessage } from './take-message.ts';

export async function claim(deps: Deps, input: ClaimInput): Promise<Claim> {
  const claimed = await inTransaction(deps.pool, (tx) => claimAlone(tx, deps, input));
  return claimed ?? inTransaction(deps.pool, (tx) => claimTogether(tx, deps, input));
}

/** @returns null when others may be in it too: all of them have to be locked in one order, and nothing was done yet */
async function claimAlone(tx: Db, deps: Deps, input: ClaimInput): Promise<Claim | null> {
  const [mayBeTogether, held, known] = await atOnce([
    mayHavePeers(tx, input),
    lockTogether(tx, input.obligation),
    readKnown(tx, input.obligation, input.target),
  ]);
  if (mayBeTogether || known.delivery?.message) return null;
  return claimHeld(tx, deps, { ...input, ...held, known, peers: [] });
}

async function claimTogether(tx: Db, deps: Deps, input: ClaimInput): Promise<Claim> {
  const peers = await peersOf(tx, input);
  const others = peers.map((peer) => peer.obligation);
  const [held, known] = await atOnce([
    lockTogether(tx, input.obligation, others),
    readKnown(tx, input.obligation, input.target),
  ]);
  const message = known.delivery?.message;
  if (message) await insistOn(tx, message, [input.obligation, ...others]);
  return claimHeld(tx, deps, { ...input, ...held, known, peers });
}

async function claimHeld(
  tx: Db,
  deps: Deps,
  present: ClaimInput & LockedTogether & { readonly known: Known; readonly peers: readonly Peer[] },
): Promise<Claim> {
  const { known, ...input } = present;
  const delivery = await readyDelivery(tx, deps, present);
  const { of, roster } = known;
  const message = delivery && (await carryOut(tx, deps, { ...input, of, roster, delivery }));
  if (message) return message;
  const look = await lookAt(tx, input, { offset: deps.offset, fresh: false });
  return { kind: 'nothing to send', look };
}

async function carryOut(tx: Db, deps: Deps, scene: Scene): Promise<MessageToSend | null> {
  const { delivery, now, of } = scene;
  if (delivery.insteadOf !== null && (await reachedSince(tx, of, delivery.insteadOf))) {
    const reason = '其间已送达或已签收，不再改发';
    await leaveMessage(tx, deps, scene, reason);
    await settleDelivery(tx, delivery.key, { state: 'skipped', reason }, now);
    return null;
  }
  if (now > delivery.notAfter && (await retime(tx, deps, scene))) return null;
  switch (delivery.channel) {
    case 'task':
      await handToOfficer(tx, deps, scene);
      return null;
    case 'robot':
      throw new Error('the work group is spoken to by tell-group.ts');
    case 'letter':
    case 'slip':
      if (delivery.content !== null)
        return claimMessage(tx, deps, scene, delivery.content as Letter);
      await prepareDocument(tx, deps, scene);
      return null;
    case 'email':
    case 'sms':
      return claimMessage(tx, deps, scene, null);
  }
}
