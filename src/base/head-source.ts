/**
 * The bytes of one file from its start, as far as they have been asked for. Between an archive, which can
 * produce more of an entry on demand, and a parser, which knows how much it needs.
 */
export interface HeadSource {
  /** Valid from 0 to `available`; replaced by `require` when it has to grow, so never kept across a call. */
  readonly bytes: Uint8Array;
  /** How many bytes of `bytes` are filled. */
  readonly available: number;
  /** The whole length of the file, as its archive gives it. */
  readonly totalBytes: number;
  /**
   * Makes bytes up to `end` available, as far as the file has them.
   * `no-more`: the file ends (or its stream breaks) before `end`; what there is, is available.
   * `not-loaded`: there is more, but it has not been read from the archive yet; the caller gives up with
   * 'need-more' and is called again with a longer head.
   */
  require(end: number): 'ok' | 'no-more' | 'not-loaded';
}
