import { expect, test } from 'vitest';
import { isLoopback, isLoopbackAddress, isLoopbackHost } from '../../gateways/loopback.ts';

test.each([
  // A URL's host, an address to listen on, a Host header.
  ['localhost', true, true, true],
  ['127.0.0.1', true, true, true],
  ['127.0.0.2', true, false, false],
  // A Host header writes it in brackets.
  ['::1', false, true, false],
  ['[::1]', true, false, true],
  ['0.0.0.0', false, false, false],
  ['127.0.0.1.example.com', false, false, false],
])('%s counts as this machine: as URL %s, to listen on %s, as Host %s', (host, ...expected) => {
  expect([isLoopback(host), isLoopbackAddress(host), isLoopbackHost(host)]).toEqual(expected);
});

test('a Host header may name a port', () => {
  expect(['127.0.0.1:8080', '[::1]:8080'].map(isLoopbackHost)).toEqual([true, true]);
});
