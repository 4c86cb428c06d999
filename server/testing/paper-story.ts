import { globalId } from '../src/platform/graphql/global-id.ts';
import type { Cast, Part } from './bottleneck-cast.ts';
import { upload } from './file-samples.ts';
import { changeAgenda, type MadeMeeting, makeMeeting } from './meeting-factory.ts';
import type { TestApp } from './test-app.ts';

const paperFields =
  'id title isLink url fileName mediaType size pages addedAt addedBy { name } item { id } viewerCan { verb allowed reason }';
const answerFields = `paper { ${paperFields} } item { id papers { id title } } meeting { version unpublishedChanges } problems { code path }`;
type PaperMutation = 'addPaper' | 'removePaper';
const inputs = { addPaper: 'AddPaperInput', removePaper: 'RemovePaperInput' } as const;

export interface AddedPaper {
  readonly id: string;
  readonly url: string;
}

/** A meeting in the west with an item that Piet presents and one in the closed part, for stories about papers. */
export class PaperStory {
  constructor(
    private readonly server: TestApp,
    readonly cast: Cast,
    readonly meeting: MadeMeeting,
    readonly item: string,
    readonly closedItem: string,
  ) {}

  static async begin(server: TestApp, cast: Cast): Promise<PaperStory> {
    const meeting = await makeMeeting(server, cast.make, { table: cast.west, by: cast.people.chair });
    const add = async (title: string, more: object) =>
      (await changeAgenda(cast.as('secretary'), 'addAgendaItem', { meetingId: meeting.globalId, title, ...more })).item
        .id as string;
    const item = await add('Stikstof', { presenterId: globalId('Person', cast.people.participant.id) });
    return new PaperStory(server, cast, meeting, item, await add('Grondprijs', { closedPart: true }));
  }

  async addItem(title: string, more: object = {}, on = this.meeting): Promise<string> {
    const input = { meetingId: on.globalId, title, ...more };
    return (await changeAgenda(this.cast.as('secretary'), 'addAgendaItem', input)).item.id;
  }

  async publish(on = this.meeting): Promise<void> {
    await changeAgenda(this.cast.as('secretary'), 'publishAgenda', {
      meetingId: on.globalId,
      expectedVersion: await this.version(on),
    });
  }

  async version(on = this.meeting): Promise<number> {
    const answer = await this.cast
      .as('secretary')
      .run('query ($id: ID!) { meeting(id: $id) { version } }', { id: on.globalId });
    return answer.meeting.version;
  }

  async run(mutation: PaperMutation, input: object, part: Part) {
    const text = `mutation ($input: ${inputs[mutation]}!) { ${mutation}(input: $input) { ${answerFields} } }`;
    return (await this.cast.as(part).run(text, { input }))[mutation];
  }

  /** Adds a paper to the item. @throws Error when that is refused. */
  async added(input: object, part: Part = 'secretary'): Promise<AddedPaper> {
    const answer = await this.run('addPaper', { itemId: this.item, ...input }, part);
    if (answer.problems.length > 0) throw new Error(JSON.stringify(answer.problems));
    return answer.paper;
  }

  /** Uploads a file. @returns what names it in `addPaper`. */
  async uploaded(part: Part, name = 'nota.pdf', body: Uint8Array | string = '%PDF-1.7 proef'): Promise<string> {
    return (await upload(this.server, this.cast.as(part).cookie, name, body)).file?.id ?? '';
  }

  /** Code and reason of a refusal; null when it went through. */
  async refusalOf(mutation: PaperMutation, input: object, part: Part): Promise<unknown[] | null> {
    const text = `mutation ($input: ${inputs[mutation]}!) { ${mutation}(input: $input) { problems { code } } }`;
    const { errors } = await this.cast.as(part).answer(text, { input });
    return errors[0] ? [errors[0].extensions.code, errors[0].extensions['reason']] : null;
  }

  /** The titles of the papers of each item, as this person gets them; null when the meeting is not there for them. */
  async titlesFor(part: Part, on = this.meeting): Promise<string[][] | null> {
    const { meeting } = await this.cast
      .as(part)
      .run('query ($id: ID!) { meeting(id: $id) { items { papers { title } } } }', { id: on.globalId });
    const titles = ({ papers }: { papers: { title: string }[] }) => papers.map(({ title }) => title);
    return meeting?.items.map(titles) ?? null;
  }

  get(part: Part | null, path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(this.server.url + path, { ...init, headers: part ? { cookie: this.cast.as(part).cookie } : {} });
  }

  async statusFor(part: Part | null, path: string): Promise<number> {
    return (await this.get(part, path)).status;
  }
}
