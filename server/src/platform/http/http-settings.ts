/** What the HTTP side needs to know of how the server is set up. */
export interface HttpSettings {
  /** The address that people type; decides cookies, HTTPS and which origin is ours. */
  readonly publicUrl: URL | undefined;
  /** Is there a proxy of our own in front, whose X-Forwarded-For holds? */
  readonly trustProxy: boolean;
  readonly introspection: boolean;
  /** Most subscriptions on one WebSocket. */
  readonly maxSubscriptions: number;
}
