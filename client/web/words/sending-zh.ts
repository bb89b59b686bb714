/** The page of the switch that halts all sending. */
export const SENDING_ZH = {
  sendingTitle: '发送',
  sendingOn: '正常发送',
  sendingHalted: (since: string, by: string) => `全部发送已停止：${since}，${by}`,
  sendingLead:
    '发现发错、邮件系统检修，或暂时不能确认内容时，在这里停止全部发送。报送照常接收，登录验证码不受影响。',
  haltSending: '停止全部发送',
  resumeSending: '恢复全部发送',
  haltReason: '原因',
  resumeLead:
    '恢复后，停发期间到点的，每个单位只补发最近一个节点；已报送的不再发。下表是现在恢复的结果。',
  heldBackTitle: '停发期间到点的',
  nothingHeldBack: '没有到点而未发的。',
  heldBackSum: (goes: number, spared: number) => `恢复后补发${goes}条，不再发${spared}条。`,
  plannedFor: '原定',
  thenGoes: (when: string) => `补发：${when}`,
  thenSpared: (why: string) => `不再发：${why}`,
};
