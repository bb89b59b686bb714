/** A finding of the audit: a step or delivery that is neither done nor explained, or that should not have happened. */
export type Unaccounted =
  | { readonly kind: 'unplanned'; readonly obligation: string }
  | { readonly kind: 'overdue'; readonly obligation: string; readonly step: string }
  | {
      readonly kind: 'too few';
      readonly obligation: string;
      readonly step: string;
      readonly wanted: number;
      readonly made: number;
    }
  | { readonly kind: 'stuck'; readonly delivery: string; readonly state: 'planned' | 'sending' }
  | { readonly kind: 'after arrival'; readonly delivery: string };

export function unaccountedInWords(found: Unaccounted): string {
  switch (found.kind) {
    case 'unplanned':
      return `${found.obligation}：批次已开启，却没有任何节点（工作流未运行？）。`;
    case 'overdue':
      return `${found.obligation} 节点 ${found.step}：发送时段已过，仍是“计划”，既未发出也未说明原因。`;
    case 'too few':
      return `${found.obligation} 节点 ${found.step}：已执行，应有${found.wanted}条投递，只有${found.made}条。`;
    case 'stuck':
      return `投递 ${found.delivery}：发送时段已过，仍是“${found.state === 'sending' ? '发送中' : '待发'}”。`;
    case 'after arrival':
      return `投递 ${found.delivery}：单位报送之后仍被领取发送。`;
  }
}

export function unaccountedInEnglish(found: Unaccounted): string {
  switch (found.kind) {
    case 'unplanned':
      return `${found.obligation}: the round is open, yet there is no step at all (is its workflow running?).`;
    case 'overdue':
      return `${found.obligation}, step ${found.step}: its window has closed and it is still planned, neither sent nor explained.`;
    case 'too few':
      return `${found.obligation}, step ${found.step}: performed with ${found.made} of ${found.wanted} deliveries.`;
    case 'stuck':
      return `Delivery ${found.delivery}: its window has closed and it is still ${found.state === 'sending' ? 'being sent' : 'waiting'}.`;
    case 'after arrival':
      return `Delivery ${found.delivery}: taken for sending after the unit had reported.`;
  }
}
