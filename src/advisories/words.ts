/** `aufs`, `aufs or overlay`, `aufs, overlay or btrfs`. */
export function either(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} or ${last}`;
}

/** `1 CPU`, `4 CPUs`. */
export const count = (value: number, one: string): string => `${value} ${one}${value === 1 ? '' : 's'}`;
