/** The SMS provider of the documentation, which covers every SMS of the shipped plan; or one that lacks some templates. */
import { readSmsSettings, type SmsSettings } from '../../gateways/sms/settings.ts';
import { read, section } from '../docs/files.ts';

type Example = { readonly templates: readonly { readonly id: string; readonly text: string }[] };

export function exampleSettings(without?: RegExp): Example {
  const written = section(read('docs/configuration.md'), '### Alibaba Cloud');
  const example = JSON.parse(/```json\n(.*?)```/s.exec(written)?.[1] ?? '') as Example;
  const templates = example.templates.filter(({ text }) => !without?.test(text));
  return { ...example, templates };
}

export const exampleProvider = (without?: RegExp): SmsSettings =>
  readSmsSettings(exampleSettings(without));
