/** How much one text may be; more than an evening of typing by a whole table. */
export const textLimits = {
  /** Bytes of one change: what somebody wrote while offline comes as one. */
  update: 512 * 1024,
  /** Bytes of one document, with its history since the last compaction. */
  document: 4 * 1024 * 1024,
  /** Bytes of one message over the socket: a change and what stands around it. */
  message: 520 * 1024,
  /** Documents open over one socket: more than an agenda has items. */
  documents: 100,
  /** Sockets of one session: more than anybody has tabs. */
  sockets: 20,
  /** Bytes that wait for a client that does not read. */
  waiting: 4 * 1024 * 1024,
  /** Changes since the last snapshot, after which a new one is made. */
  sinceSnapshot: 200,
} as const;
