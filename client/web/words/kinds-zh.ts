/** Names for the closed lists of the domain: typed by their keys, so that none can be forgotten. */

import type { DeliveryState } from '../../../domain/delivery/delivery.ts';
import type { StepState } from '../../../domain/ladder/step.ts';
import type { ObligationAct, Way } from '../../../domain/obligation/act.ts';
import { KIND, type MessageKind } from '../../../domain/plan/message-kinds.ts';
import type { Role } from '../../../domain/plan/plan.ts';
import type { Channel, Slot } from '../../../domain/plan/policy.ts';
import type { RoundPhase } from '../../../domain/round/round.ts';
import type { TaskKind } from '../../../store/read/tasks.ts';
import { CHANNEL, DELIVERY, PHASE, SLOT, STEP, WAY } from '../../state-words.ts';
import type { Standing } from '../shared/standing.ts';

export type Kinds = {
  readonly phases: Readonly<Record<RoundPhase, string>>;
  readonly kinds: Readonly<Record<MessageKind, string>>;
  readonly channels: Readonly<Record<Channel, string>>;
  readonly slots: Readonly<Record<Slot, string>>;
  readonly roles: Readonly<Record<Role, string>>;
  readonly deliveryStates: Readonly<Record<DeliveryState | 'failed for now', string>>;
  readonly stepStates: Readonly<Record<StepState, string>>;
  readonly ways: Readonly<Record<Way, string>>;
  readonly acts: Readonly<Record<ObligationAct['kind'], string>>;
  readonly taskKinds: Readonly<Record<TaskKind, string>>;
  readonly standings: Readonly<Record<Standing, string>>;
};

export const KINDS_ZH: Kinds = {
  phases: PHASE,
  kinds: KIND,
  channels: CHANNEL,
  slots: SLOT,
  roles: {
    liaison: '联络员',
    deputy: '备用联络员',
    leader: '分管领导',
    head: '主要负责人',
    officer: '经办人员',
    chief: '科室负责人',
  },
  deliveryStates: { ...DELIVERY, 'failed for now': '暂未发出，将重试' },
  stepStates: STEP,
  ways: WAY,
  acts: {
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
  },
  taskKinds: {
    call: '致电',
    release: '审发文稿',
    unreachable: '核实联系方式',
    unknown: '核实短信是否送达',
    resubmission: '跟进补正',
    extension: '批复延期申请',
    contacts: '核对新联络员',
  },
  standings: {
    open: '未报',
    overdue: '逾期未报',
    extended: '已延期',
    returned: '退回待补',
    'return-overdue': '补正逾期',
    submitted: '已报待审',
    accepted: '已审核',
    waived: '免报',
  },
};
