import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { documentFormats } from '../../../platform/documents/document-model.ts';
import type { AppContext } from '../../people/people.module.ts';
import type { Meeting } from '../meeting.entity.ts';
import { MeetingType } from '../meeting.types.ts';
import { MeetingDocumentType } from './document.types.ts';
import { documentUrl, possibleDocuments } from './meeting-document.ts';

@Resolver(() => MeetingType)
export class MeetingDocumentsResolver {
  @FieldResolver(() => [MeetingDocumentType], {
    description:
      'What it can be read as. Minutes, decisions and actions from its start on for the people of the table, for others once the minutes are published.',
  })
  async documents(@Ctx() context: AppContext, @Root() meeting: Meeting): Promise<MeetingDocumentType[]> {
    const { kinds, withClosedPart } = await possibleDocuments(context, meeting);
    return kinds.flatMap((kind) =>
      documentFormats.map((format) => ({
        kind,
        format,
        url: documentUrl(meeting.id, kind, format, false),
        urlWithClosedPart: withClosedPart ? documentUrl(meeting.id, kind, format, true) : null,
      })),
    );
  }
}
