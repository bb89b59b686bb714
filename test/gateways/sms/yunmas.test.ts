/** 云MAS: compares its digests with values of `md5sum` for fields that were joined by hand. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSms } from '../../../gateways/sms/open.ts';
import {
  type ScriptedProvider,
  scriptedProvider,
} from '../../support/servers/scripted-provider.ts';
import { TEMPLATES, yunmas } from '../../support/servers/sms-settings.ts';

let provider: ScriptedProvider;
beforeEach(async () => {
  provider = await scriptedProvider();
  provider.answer = {
    body: { msgGroup: '0927152506001000833076', rspcod: 'success', success: true },
  };
});
afterEach(() => provider.close());

const sent = () => {
  const [asked] = provider.asked;
  return {
    path: asked?.url,
    content: JSON.parse(Buffer.from(asked?.body ?? '', 'base64').toString('utf8')) as object,
  };
};
const key = 'sms#13800000001#reminder#1';
const to = '13800000001';

test('free text is sent to norsubmit, without the signature, which the platform adds', async () => {
  const text = '【市金融局】提醒：请坦洲镇于7月15日前报送。咨询："0760-88880000"';
  const receipt = await openSms(yunmas(provider.url, { addSerial: '01' })).send({ key, to, text });
  expect(receipt).toEqual({ providerId: '0927152506001000833076' });
  expect(sent()).toEqual({
    path: '/sms/norsubmit',
    content: {
      ecName: '中山市金融工作局',
      apId: 'cuibao',
      mobiles: to,
      content: '提醒：请坦洲镇于7月15日前报送。咨询："0760-88880000"',
      sign: 'bM16CfN2B',
      addSerial: '01',
      mac: '23e6ceceef273d477216012dadc88f75',
    },
  });
});

test('with approved templates it is sent to tmpsubmit, with the variables as a JSON list', async () => {
  const gateway = openSms(yunmas(provider.url, { templates: TEMPLATES }));
  await gateway.send({
    key,
    to,
    text: '【市金融局】提醒：请坦洲镇于7月15日前报送。咨询：0760-88880000',
  });
  expect(sent()).toEqual({
    path: '/sms/tmpsubmit',
    content: {
      ecName: '中山市金融工作局',
      apId: 'cuibao',
      templateId: 'T-REMIND',
      mobiles: to,
      params: '["坦洲镇","7月15日","0760-88880000"]',
      sign: 'bM16CfN2B',
      addSerial: '',
      mac: '7873618ede00673c32c2e212cd3089a7',
    },
  });
});

test('a template without variables has one empty value', async () => {
  const gateway = openSms(yunmas(provider.url, { templates: TEMPLATES }));
  await gateway.send({ key, to, text: '【市金融局】情况已收到，谢谢。' });
  expect(sent().content).toMatchObject({ params: '[""]', mac: '83e268f11ec5dad38d472377cdd1f693' });
});

test('free text can be sent to the path of the platform’s HTTPS interface', async () => {
  const gateway = openSms(yunmas(provider.url, { submitPath: '/sms/submit' }));
  await gateway.send({ key, to, text: '【市金融局】已收到。' });
  expect(sent()).toMatchObject({ path: '/sms/submit', content: { content: '已收到。' } });
});
