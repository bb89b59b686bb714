/** Reply codes in words; reasons that are sentences already stay unchanged. */
import { expect, test } from 'vitest';
import { failureInWords } from '../../client/failure-words.ts';

test.each([
  ['mail: 550 5.1.1 at RCPT TO', '邮件服务器拒收这个邮箱（550 5.1.1）'],
  ['mail: 451 4.7.1 at RCPT TO', '邮件服务器暂时不收（451 4.7.1）'],
  ['mail: 503 at RCPT TO', '邮件服务器暂时不收（503）'],
  ['mail: 554 5.6.0 at DATA', '邮件服务器拒收这封邮件（554 5.6.0）'],
  ['mail: 552 5.3.4 at MAIL FROM', '邮件服务器拒收这封邮件（552 5.3.4）'],
  ['mail: 535 5.7.8 at AUTH PLAIN', '邮件服务器不接受本系统发信（535 5.7.8），请管理员检查设置'],
  ['mail: ECONNECTION at DATA', '邮件交出后没有答复，不知是否收下（ECONNECTION）'],
  ['mail: ESOCKET at CONN', '连不上邮件服务器（ESOCKET）'],
  ['mail: ETIMEDOUT at RCPT TO', '与邮件服务器的连接中断（ETIMEDOUT）'],
  ['mail: not an e-mail address', '邮箱格式不对'],
  ['sms: answer isv.MOBILE_NUMBER_ILLEGAL', '短信平台答复：isv.MOBILE_NUMBER_ILLEGAL'],
  ['sms: HTTP 500', '短信平台答复：HTTP 500'],
  ['sms: no code in answer', '短信平台没有答复，不知是否已发出（no code in answer）'],
  ['sms: time-out while waiting for the answer', '短信平台没有答复，不知是否已发出（time-out）'],
  ['sms: ECONNREFUSED while connecting', '连不上短信平台（ECONNREFUSED）'],
  ['sms: not a mobile number', '不是手机号码'],
  ['sms: 没有与“提醒”相符的模板', '短信平台：没有与“提醒”相符的模板'],
  [
    'sms: plan farming-2018 not confirmed',
    '方案“farming-2018”还没有确认使用真实通道，请管理员核对预览后设置 REAL_CHANNELS_CONFIRMED',
  ],
  ['robot: errcode 93000', '群机器人答复：errcode 93000'],
  ['退信（5.1.1 550）', '退信（5.1.1 550）'],
  ['下一节点先到；mail: 451 4.7.1 at RCPT TO', '下一节点先到；邮件服务器暂时不收（451 4.7.1）'],
])('%s: %s', (reason, words) => {
  expect(failureInWords(reason)).toBe(words);
});

test('in English too', () => {
  expect(failureInWords('mail: 550 5.1.1 at RCPT TO', 'en')).toBe(
    'the mail server refuses this mailbox (550 5.1.1)',
  );
  expect(failureInWords('robot: HTTP 502', 'en')).toBe('the group robot answered HTTP 502');
});
