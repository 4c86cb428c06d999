import { Field, ObjectType } from 'type-graphql';
import type { DocumentFormat } from '../../../platform/documents/document-model.ts';
import { graphEnum } from '../../../platform/graphql/graph-enum.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import type { DocumentKind } from './meeting-document.ts';

const DocumentKindEnum = graphEnum<DocumentKind>('DocumentKind', 'What a document tells of a meeting.', {
  AGENDA: 'Its agenda.',
  MINUTES: 'Its minutes; a draft until they are adopted.',
  DECISIONS: 'What was decided.',
  ACTIONS: 'Who does what by when.',
});

const DocumentFormatEnum = graphEnum<DocumentFormat>('DocumentFormat', 'What a document is written as.', {
  PDF: 'PDF, accessible (PDF/UA).',
  DOCX: 'For word processors.',
  MARKDOWN: 'Text with Markdown.',
});

@Policy('withParent')
@ObjectType('MeetingDocument', {
  description: 'A document of a meeting, made when it is asked for.',
  simpleResolvers: true,
})
export class MeetingDocumentType {
  @Field(() => DocumentKindEnum, { description: 'What it tells.' })
  kind!: DocumentKind;

  @Field(() => DocumentFormatEnum, { description: 'What it is written as.' })
  format!: DocumentFormat;

  @Field(() => String, { description: 'Where to get it, without the closed part.' })
  url!: string;

  @Field(() => String, {
    nullable: true,
    description: 'With the closed part; null where the viewer may not have it, or there is none.',
  })
  urlWithClosedPart!: string | null;
}
