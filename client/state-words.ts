/** Chinese words for the states, channels, slots and ways that the record holds in English. */

import type { DeliveryState } from '../domain/delivery/delivery.ts';
import type { StepState } from '../domain/ladder/step.ts';
import type { Way } from '../domain/obligation/act.ts';
import type { ObligationState } from '../domain/obligation/obligation.ts';
import type { WebRole } from '../domain/people/roles.ts';
import type { Channel, Slot, UnitClass } from '../domain/plan/policy.ts';
import type { RoundPhase } from '../domain/round/round.ts';

export const STATE: Readonly<Record<ObligationState, string>> = {
  open: '未报',
  submitted: '已报',
  returned: '退回',
  accepted: '通过',
  waived: '免报',
};

export const PHASE: Readonly<Record<RoundPhase, string>> = {
  planned: '待开启',
  open: '进行中',
  'signed-off': '已上报',
  cancelled: '已撤销',
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

export const WAY: Readonly<Record<Way, string>> = {
  online: '在线',
  oa: '公文交换',
  mail: '邮件',
  paper: '纸质',
  messenger: '工作通讯',
  other: '其他',
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

/** The roles of users of the pages. */
export const ROLE: Readonly<Record<WebRole, string>> = {
  liaison: '联络员',
  deputy: '备用联络员',
  leader: '单位领导',
  officer: '经办人员',
  chief: '科室负责人',
  supervisor: '督查室',
  administrator: '管理员',
};
