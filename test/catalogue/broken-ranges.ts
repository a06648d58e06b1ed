import { type BrokenFile, withKernel, withRange } from './files.ts';

const ranges = "ranges: [{ first_affected: any, first_fixed: '72' }]";
const upstreamRanges = "ranges: [{ first_affected: any, first_fixed: '4.3' }]";

/** Files with wrong versions, ranges or kernels. */
export const brokenRanges: readonly BrokenFile[] = [
  [
    'no version',
    withRange("first_affected: '1.9.x', first_fixed: never"),
    'spin.yaml:14:29: expected a version such as 20.10.24, any or unknown, got "1.9.x"',
  ],
  [
    'a version that no Engine had',
    withRange("first_affected: any, first_fixed: '3.0.1'"),
    'spin.yaml:14:47: expected a version such as 20.10.24, never or unknown, got "3.0.1"',
  ],
  [
    'bounds the wrong way round',
    withRange("first_affected: '1.9.2', first_fixed: '1.9.0'"),
    'spin.yaml:14:51: expected first_fixed above first_affected, which is "1.9.2", got "1.9.0"',
  ],
  [
    'the same version clean and affected',
    withRange("last_clean: '1.9.0', first_affected: '1.9.0', first_fixed: never"),
    'spin.yaml:14:50: expected first_affected above last_clean, which is "1.9.0", got "1.9.0"',
  ],
  [
    'a bound without effect',
    withRange("last_clean: '1.9.0', first_affected: any, first_fixed: never"),
    'spin.yaml:14:13: last_clean says nothing where first_affected is any: leave it out',
  ],
  [
    'a kernel of no kind',
    withKernel(`{ ${ranges} }`),
    'spin.yaml:15:46: expected exactly one of ubuntu, debian, el7 or upstream, got none',
  ],
  [
    'a kernel of two kinds',
    withKernel(`{ el7: {}, upstream: {}, ${ranges} }`),
    'spin.yaml:15:46: expected exactly one of ubuntu, debian, el7 or upstream, got "el7", "upstream"',
  ],
  [
    'an el7 with something in it',
    withKernel(`{ el7: { series: '7' }, ${ranges} }`),
    'spin.yaml:15:53: expected an empty mapping: {}, got "series"',
  ],
  [
    'upstream by series and from one',
    withKernel(`{ upstream: { series: ['4.1'], from: '4.3' }, ${ranges} }`),
    'spin.yaml:15:58: expected at most one of from or series, got "series", "from"',
  ],
  [
    'the bounds of another kind of kernel',
    withKernel(
      `{ ubuntu: { series: '3.13.0', flavours: [generic] }, ranges: [{ first_affected: any, first_fixed: '3.13.11' }] }`,
    ),
    'spin.yaml:15:144: expected ABI and upload such as 72.115, or an ABI such as 72, never or unknown, got "3.13.11"',
  ],
  [
    'a kernel that is never asked',
    withKernel(
      `{ upstream: { from: '4.3' }, ${upstreamRanges} }, { upstream: { series: ['4.14'] }, ${upstreamRanges} }`,
    ),
    'spin.yaml:15:132: never asked: an entry above has "upstream 4.14" already',
  ],
];
