/** One way of writing and ordering versions. A scheme never throws, whatever the text. */
export interface Scheme<V> {
  /** What its versions are versions of, for messages: `Docker Engine version`. */
  readonly name: string;
  /** What a text should have been, for messages: `a version such as 20.10.24`. */
  readonly expected: string;
  /** Undefined when the text is no such version, or longer than any. */
  parse(text: string): V | undefined;
  /**
   * Negative when `a` is older, positive when it is newer, 0 when the two are the same as far as they tell.
   * Total and transitive; what that means where one text tells less than the other stands with `ubuntuScheme`.
   */
  compare(a: V, b: V): number;
  /** True when `version` is a pre-release of exactly the release `release`: 4.3-rc5 of 4.3, 1.4.0-rc.3 of 1.4.0. */
  isPreReleaseOf(version: V, release: V): boolean;
  /** True for builds with fixes of their own (1.12.6-rhel, 17.06.2-ee-16): they may have what the number lacks. */
  hasOwnBackports(version: V): boolean;
}

/** No version in the field comes near it; longer texts are noise, and looked at no further. */
export const longestVersion = 200;
