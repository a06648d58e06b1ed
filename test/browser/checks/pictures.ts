const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const end = Buffer.from('IEND');

/** What is wrong with a file that should be a PNG. */
export function pictureProblem(bytes: Buffer): string | undefined {
  if (!bytes.subarray(0, signature.length).equals(signature)) return 'not a PNG';
  return bytes.subarray(-8, -4).equals(end) ? undefined : 'cut off';
}

/** Width and height of a PNG: the first two numbers of its first part, IHDR. */
export const sizeOf = (bytes: Buffer): { readonly width: number; readonly height: number } => ({
  width: bytes.readUInt32BE(16),
  height: bytes.readUInt32BE(20),
});

const inMarkdown = /!\[[^\]]*\]\(([^()\s]+)[^()]*\)/g;
const inHtml = /<(?:img|source)\b[^>]*\b(?:src|srcset)="([^"\s]+)/g;

/** The pictures of this repository that a page shows, as it names them. */
export function picturesIn(text: string): readonly string[] {
  const targets = [inMarkdown, inHtml].flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));
  return targets.filter((target) => !/^[a-z]+:/.test(target));
}
