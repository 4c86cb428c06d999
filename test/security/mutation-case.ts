/** A mutation that somebody in the demo region may do now. */
export interface MutationCase {
  readonly mutation: string;
  /** What sets it apart from the other cases of the mutation. */
  readonly variant?: string;
  /** Key of the person. */
  readonly by: string;
  /** Reads the rows as they are now, so that the versions are the latest ones. */
  variables(): Promise<Record<string, unknown>>;
}
