/** Words of the forms by which somebody does one thing; the names of the acts themselves are among the kinds. */
export const ACTS_ZH = {
  fields: {
    reason: '原因',
    until: '新期限',
    version: '版本',
    who: '与谁通话',
    answer: '对方答复（没有接通的留空）',
    promisedOn: '承诺的报送日期（没有的留空）',
    text: '内容',
    delivery: '所指投递',
    to: '新截止日',
  },
  roundActs: {
    cancel: '撤销批次',
    'move-date': '调整截止日',
    compile: '现在汇总',
    'sign-off': '上报',
    reopen: '重新开启',
    pause: '暂停发送',
    resume: '恢复发送',
  },
  confirmAct: '确认',
  backFromAct: '返回，不做改动',
  required: '必填',
  optional: '可不填',
  fieldEmpty: (field: string) => `“${field}”没有填，请填写。`,
  fieldTooLong: (field: string, most: number, is: number) =>
    `“${field}”最多${most}字，现在${is}字，请精简。`,
  fieldNoDay: (field: string, typed: string) =>
    `“${field}”填的“${typed}”不是日期，请按 2018-07-20 的样子填写。`,
  notDone: '没有办成',
  changedMeanwhile: '在您打开本页之后，别人做了下列操作。请核对后再确认：',
  done: '已办',
};
