import type { AppPlatform } from '../../people/people.module.ts';
import { foldBody } from './fold-body.ts';

/** The name of the round in which notes are folded. */
export const foldingJob = 'note bodies';
const every = 1_000;
/** Who pauses this long has said something. */
const pause = 4_000;
/** Who never pauses is read by others nevertheless. */
const longest = 60_000;

/** Writes into the rows of notes what people wrote together: after a pause, and when the last one of them leaves. */
export class BodyFolding {
  readonly #left = new Set<string>();

  constructor(private readonly platform: AppPlatform) {
    platform.jobs.register(foldingJob, { every, run: () => this.#round() });
  }

  /** The last one who wrote in this note has left it. */
  leftBy(noteId: string | null): void {
    if (noteId === null) return;
    this.#left.add(noteId);
    void this.platform.jobs.run(foldingJob);
  }

  async #round(): Promise<void> {
    const { database, log } = this.platform;
    const now = this.platform.now().getTime();
    const due = await database
      .fork()
      .execute<{ id: string }[]>(
        'select note_id as id from note_writing group by note_id having max(at) <= ? or min(since) <= ?',
        [new Date(now - pause), new Date(now - longest)],
      );
    const ids = new Set([...this.#left, ...due.map(({ id }) => id)]);
    this.#left.clear();
    for (const id of ids) {
      try {
        await foldBody(this.platform, id);
      } catch (error) {
        log.warn({ err: error, note: id }, 'A note could not be folded and will be tried again');
      }
    }
  }
}
