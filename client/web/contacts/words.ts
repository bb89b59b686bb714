import type { WordTable } from '../shared/word-table.ts';

export const CONTACTS = {
  onlyFailing: { zh: '只看送不到的', en: 'Only those not reached' },
  neverTried: { zh: '未发过', en: 'none yet' },
  bounces: {
    undelivered: { zh: '退信：邮箱无效', en: 'bounced: no such mailbox' },
    'not now': { zh: '退信：暂未送达', en: 'bounced: not delivered for now' },
    unclear: { zh: '退信：原因不明', en: 'bounced: reason unclear' },
  },
  clearBounce: { zh: '清除退信标记', en: 'Clear the bounce mark' },
  contactSearchHint: {
    zh: '单位名称、代码、别名或姓名',
    en: 'name, code or alias of the unit, or a person',
  },
  silentUnit: { zh: '没有可用的邮箱或手机', en: 'no address at all' },
  contactFollows: {
    zh: '今后的信息发给新的联系方式；已发出的不受影响。原来登记的人不能再登录。',
    en: 'Messages go to the new address from now on; what was sent stays as it is. Whoever was named before cannot sign in any more.',
  },
  keepContact: { zh: '保存', en: 'Keep' },
  editContact: { zh: '修改', en: 'Change' },
  removeContact: { zh: '删去', en: 'Remove' },
} satisfies WordTable;
