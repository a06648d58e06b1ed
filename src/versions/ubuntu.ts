import { longestVersion, type Scheme } from './scheme.ts';

/** ABI number and number of the upload of an Ubuntu kernel. */
export interface UbuntuVersion {
  readonly abi: number;
  /** Undefined when only `uname -r` was to be had, which has no more than the ABI number. */
  readonly upload: number | undefined;
}

/**
 * What follows the series in the version of an Ubuntu kernel, `72.115` of `3.13.0-72.115`, or the ABI alone, `72`.
 * Numbers of different series or flavours have nothing to do with each other.
 *
 * An ABI alone is the same as each upload with that ABI: it stands for all of them. So one that is older than a
 * second, which is older than a third, is older than the third, always; but two that are the same as a third are
 * the same only when all three have an upload, or none has.
 */
export const ubuntuScheme: Scheme<UbuntuVersion> = {
  name: 'ABI of Ubuntu’s kernel',
  expected: 'ABI and upload such as 72.115, or an ABI such as 72',
  parse: parseUbuntu,
  compare: (a, b) => a.abi - b.abi || (a.upload ?? b.upload ?? 0) - (b.upload ?? a.upload ?? 0),
  isPreReleaseOf: () => false,
  // The upload counts the backports.
  hasOwnBackports: () => false,
};

function parseUbuntu(text: string): UbuntuVersion | undefined {
  if (text.length > longestVersion) return undefined;
  const [, abi, upload] = /^(\d{1,9})(?:\.(\d{1,9}))?$/.exec(text) ?? [];
  if (abi === undefined) return undefined;
  return { abi: Number(abi), upload: upload === undefined ? undefined : Number(upload) };
}
