import type { WordTable } from '../shared/word-table.ts';

export const RECEIPTS = {
  onTime: { zh: '按期', en: 'on time' },
  returnLate: { zh: '补正逾期', en: 'resubmitted late' },
  sheetText: { zh: '文字版（全选复制，转发给科室填写）', en: 'As text (to copy and pass on)' },
  receiptTitle: { zh: '报送回执', en: 'Receipt' },
  receiptNumber: { zh: '回执号', en: 'Receipt number' },
  receivedTime: { zh: '收到时间', en: 'Received' },
  enteredTime: { zh: '录入时间', en: 'Entered' },
  handedInBy: { zh: '填报人', en: 'Prepared by' },
  timelinessOf: { zh: '是否按期', en: 'On time?' },
  withdrawnVersion: (when: string) => ({
    zh: `本版已于${when}撤回`,
    en: `This version was withdrawn at ${when}`,
  }),
  printPage: { zh: '打印：浏览器菜单 → 打印。', en: 'To print: menu of the browser → Print.' },
  fileHash: { zh: 'SHA-256', en: 'SHA-256' },
  signatureOf: {
    prepared: { zh: '填报人', en: 'Prepared by' },
    reviewed: { zh: '审核人', en: 'Reviewed by' },
    signed: { zh: '签发人（分管领导）', en: 'Signed by (leader in charge)' },
    seal: { zh: '单位盖章', en: 'Seal' },
    date: { zh: '日期', en: 'Date' },
  },
  fromDraft: { zh: '草稿，尚未报送', en: 'draft, not handed in' },
  showReceipt: { zh: '回执', en: 'Receipt' },
  addScan: { zh: '补传签批页扫描件', en: 'Add the scan of the signed page' },
  scanAdded: {
    zh: '签批页扫描件已收到，报送时间不变。',
    en: 'The scan of the signed page has arrived; the time of handing in stays.',
  },
} satisfies WordTable;
