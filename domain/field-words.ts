/**
 * The Chinese word for each state, kind, role, channel and way that the program writes in English. Pages, the command
 * line, refusals and the overall report take their words from here, so that all of them call a thing the same.
 */

import type { DeliveryState } from './delivery/delivery.ts';
import type { StepState } from './ladder/step.ts';
import type { ObligationAct, Way } from './obligation/act.ts';
import type { ObligationState } from './obligation/obligation.ts';
import type { WebRole } from './people/roles.ts';
import type { MessageKind, SmsKind } from './plan/message-kinds.ts';
import type { Role } from './plan/plan.ts';
import type { Channel, Slot, UnitClass } from './plan/policy.ts';
import type { RoundPhase } from './round/round.ts';

export const STATE: Readonly<Record<ObligationState, string>> = {
  open: '未报',
  submitted: '已报',
  returned: '退回',
  accepted: '已审核',
  waived: '免报',
};

export const PHASE: Readonly<Record<RoundPhase, string>> = {
  planned: '待开启',
  open: '进行中',
  'signed-off': '已上报',
  cancelled: '已撤销',
};

export const KIND: Readonly<Record<MessageKind, string>> = {
  notice: '报送通知',
  reminder: '提醒',
  due: '截止日',
  chase: '催报',
  press: '催办',
  supervise: '督办',
  receipt: '回执',
  returned: '退回告知',
  extended: '期限告知',
  'extension-refused': '延期答复',
  digest: '简报',
  'contact-check': '核对联络员',
};

export const SMS_KIND: Readonly<Record<SmsKind, string>> = {
  ...KIND,
  'sign-in-code': '登录验证码',
};

export const CHANNEL: Readonly<Record<Channel, string>> = {
  email: '邮件',
  sms: '短信',
  letter: '函',
  slip: '督办单',
  task: '任务',
  robot: '群机器人',
};

export const SLOT: Readonly<Record<Slot, string>> = {
  liaison: '联络员',
  deputy: '备用联络员',
  leader: '分管领导',
  officer: '经办人',
  office: '政府办公室',
};

export const DELIVERY: Readonly<Record<DeliveryState, string>> = {
  planned: '待发',
  held: '待审发',
  sending: '发送中',
  sent: '已发',
  delivered: '已送达',
  rejected: '未送达',
  unknown: '不明',
  'given up': '放弃',
  skipped: '略过',
  cancelled: '取消',
  dismissed: '作罢',
};

export const STEP: Readonly<Record<StepState, string>> = {
  planned: '计划',
  performed: '已执行',
  skipped: '略过',
  cancelled: '取消',
};

/** In a narrow column. */
export const WAY: Readonly<Record<Way, string>> = {
  online: '在线',
  oa: '公文交换',
  mail: '邮件',
  paper: '纸质',
  messenger: '工作通讯',
  other: '其他',
};

/** In the overall report. */
export const WAY_IN_FULL: Readonly<Record<Way, string>> = {
  online: '在线填报',
  oa: '公文交换',
  mail: '电子邮件',
  paper: '纸质材料',
  messenger: '工作通讯软件',
  other: '其他方式',
};

export const CLASS: Readonly<Record<UnitClass, string>> = {
  municipal: '市直部门',
  town: '镇区',
  central: '中央驻市',
  party: '党委部门',
  'people-organisation': '群团',
  court: '法院',
  association: '协会',
};

/** A contact of the roster. */
export const CONTACT_ROLE: Readonly<Record<Role, string>> = {
  liaison: '联络员',
  deputy: '备用联络员',
  leader: '分管领导',
  head: '主要负责人',
  officer: '经办人',
  chief: '科室负责人',
};

/** What a person may be to the pages. */
export const ROLE: Readonly<Record<WebRole, string>> = {
  liaison: '联络员',
  deputy: '备用联络员',
  leader: '单位领导',
  officer: '经办人员',
  chief: '科室负责人',
  supervisor: '督查室',
  administrator: '管理员',
};

export const ACT: Readonly<Record<ObligationAct['kind'], string>> = {
  submit: '报送',
  record: '代录',
  withdraw: '撤回',
  return: '退回',
  accept: '审核通过',
  extend: '延期',
  'withdraw-extension': '撤销延期',
  waive: '免报',
  confirm: '签收',
  call: '致电',
  note: '备注',
  remind: '立即提醒',
  release: '审发',
  dismiss: '决定不发',
  'add-scan': '补传扫描件',
  endorse: '阅示',
  'ask-extension': '申请延期',
  'refuse-extension': '不同意延期',
  resend: '补发',
  'edit-held': '修改文稿',
};
