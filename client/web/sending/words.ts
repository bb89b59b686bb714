import type { WordTable } from '../shared/word-table.ts';

export const SENDING = {
  sendingTitle: { zh: '发送', en: 'Sending' },
  sendingOn: { zh: '正常发送', en: 'Sending as planned' },
  sendingHalted: (since: string, by: string) => ({
    zh: `全部发送已停止：${since}，${by}`,
    en: `All sending is halted: ${since}, by ${by}`,
  }),
  sendingLead: {
    zh: '发现发错、邮件系统检修，或暂时不能确认内容时，在这里停止全部发送。报送照常接收，登录验证码不受影响。',
    en: 'When something wrong goes out, the mail system is under repair, or the texts are in doubt, halt all sending here. Reports are still taken in, and sign-in codes still go out.',
  },
  haltSending: { zh: '停止全部发送', en: 'Halt all sending' },
  resumeSending: { zh: '恢复全部发送', en: 'Let sending go on' },
  haltReason: { zh: '原因', en: 'Reason' },
  resumeLead: {
    zh: '恢复后，停发期间到点的，每个单位只补发最近一个节点；已报送的不再发。下表是现在恢复的结果。',
    en: 'When sending goes on, each unit gets only the newest step it missed; units that have reported get none. The table shows what would happen now.',
  },
  heldBackTitle: { zh: '停发期间到点的', en: 'Fell due while sending was halted' },
  nothingHeldBack: { zh: '没有到点而未发的。', en: 'Nothing fell due.' },
  heldBackSum: (goes: number, spared: number) => ({
    zh: `恢复后补发${goes}条，不再发${spared}条。`,
    en: `${goes} would go out, ${spared} would not.`,
  }),
  plannedFor: { zh: '原定', en: 'planned for' },
  thenGoes: (when: string) => ({ zh: `补发：${when}`, en: `goes out: ${when}` }),
  thenSpared: (why: string) => ({ zh: `不再发：${why}`, en: `does not go out: ${why}` }),
} satisfies WordTable;
