/** Opens the robot in the bureau's work group. It posts to the group, never to one person. */
import { Problem } from '../../domain/problem.ts';
import type { RobotGateway } from '../gateway.ts';
import { parsedJson } from '../http.ts';
import { settingSentences } from '../setting-sentences.ts';
import { createDingTalk } from './dingtalk.ts';
import { ROBOT_PROVIDERS, RobotSettings } from './settings.ts';
import { type RobotMeans, withinPace } from './speaker.ts';
import { createWeCom } from './wecom.ts';

/**
 * @param setting BUREAU_ROBOT, JSON as in docs/configuration.md @returns null when it is not set
 * @throws Problem `invalid` with every wrong or missing setting; values are not repeated, because the address is a secret
 */
export function openRobot(setting: string | undefined, means?: RobotMeans): RobotGateway | null {
  if (setting === undefined) return null;
  const value = parsedJson(setting);
  const result = RobotSettings.safeParse(value);
  if (!result.success) {
    const wrong = settingSentences(result.error.issues, value, ROBOT_PROVIDERS);
    throw new Problem(
      'invalid',
      `群机器人设置 BUREAU_ROBOT 有误：${wrong.join('；')}。请改正后再启动。`,
    );
  }
  const settings = result.data;
  const robot =
    settings.provider === 'wecom' ? createWeCom(settings) : createDingTalk(settings, means);
  const speaker = withinPace(robot, means);
  return {
    async send({ text }, signal) {
      await speaker.send(text, signal);
      return { providerId: '' };
    },
  };
}
