import { defineEntity, p } from '@mikro-orm/core';
import type { Confidentiality } from '@versnellingstafel/shared/bottlenecks/states';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { NoteStatus } from '@versnellingstafel/shared/knowledge/validity';
import { TextArray } from '../../platform/database/array-literal.ts';

const KnowledgeNoteSchema = defineEntity({
  name: 'KnowledgeNote',
  tableName: 'knowledge_note',
  properties: {
    id: p.uuid().primary(),
    slug: p.text(),
    version: p.integer(),
    title: p.text(),
    summary: p.text(),
    body: p.text(),
    applies: p.text(),
    appliesNot: p.text(),
    steps: p.text(),
    caveat: p.text(),
    tags: p.type(TextArray).$type<string[]>(),
    legalReferences: p.type(TextArray).$type<string[]>(),
    validAsOf: p.date().$type<LocalDate>(),
    reviewBy: p.date().$type<LocalDate>(),
    status: p.text().$type<NoteStatus>(),
    validatedById: p.uuid().strictNullable(),
    authorId: p.uuid(),
    contactId: p.uuid().strictNullable(),
    regionId: p.uuid().strictNullable(),
    supersededById: p.uuid().strictNullable(),
    /** It came from a case that is not public: its author alone does not open it. */
    needsRelease: p.boolean(),
    /** To whom its author opens it, as soon as a validator agrees. */
    releaseTo: p.text().$type<Confidentiality>().strictNullable(),
    confidentiality: p.text().$type<Confidentiality>(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    updatedById: p.uuid(),
  },
});

/** What a validator vouches for: a change in one of these asks for a new look. */
const vouchedFor = [
  'title',
  'summary',
  'body',
  'applies',
  'appliesNot',
  'steps',
  'caveat',
  'legalReferences',
  'validAsOf',
  'reviewBy',
] as const satisfies readonly (keyof NoteText)[];

/** Everything that an author writes on a note itself. */
export interface NoteText {
  title: string;
  summary: string;
  body: string;
  applies: string;
  appliesNot: string;
  steps: string;
  caveat: string;
  tags: string[];
  legalReferences: string[];
  validAsOf: LocalDate;
  reviewBy: LocalDate;
  confidentiality: Confidentiality;
  regionId: string | null;
}

/** Who changes a note, and when. */
export interface Change {
  readonly by: string;
  readonly at: Date;
}

/** What a team learned about one problem, with a date until which it is safe to use. Its own methods guard its state. */
export class KnowledgeNote extends KnowledgeNoteSchema.class {
  /** The values of a note that is new: a draft in the name of its author. */
  static draft(
    id: string,
    slug: string,
    text: NoteText,
    { contactId, needsRelease }: { contactId: string | null; needsRelease: boolean },
    change: Change,
  ) {
    return {
      ...text,
      id,
      slug,
      contactId,
      version: 1,
      status: 'DRAFT' as const,
      validatedById: null,
      supersededById: null,
      needsRelease,
      releaseTo: null,
      authorId: change.by,
      createdAt: change.at,
      updatedAt: change.at,
      updatedById: change.by,
    };
  }

  /**
   * Changes the text. What a validator vouched for no longer holds once that text differs: the note is a draft again.
   * @throws Error when archived; the use case refuses that first.
   */
  edit(text: Partial<NoteText>, change: Change): void {
    this.refuseArchived();
    const differs = vouchedFor.some(
      (field) => text[field] !== undefined && JSON.stringify(text[field]) !== JSON.stringify(this[field]),
    );
    Object.assign(this, text);
    if (differs && this.status !== 'DRAFT') {
      this.status = 'DRAFT';
      this.validatedById = null;
    }
    this.changed(change);
  }

  /** Says to whom it is opened, as soon as a validator agrees; null: to nobody more. */
  askRelease(releaseTo: Confidentiality | null): void {
    if (releaseTo !== null && !this.needsRelease) throw new Error('Its author opens this note alone.');
    this.releaseTo = releaseTo;
  }

  /** Vouches for the text as it is, until `reviewBy`, and opens it as its author asked. @throws Error when archived. */
  validate(dates: { validAsOf: LocalDate; reviewBy: LocalDate }, change: Change): void {
    this.refuseArchived();
    this.validAsOf = dates.validAsOf;
    this.reviewBy = dates.reviewBy;
    this.status = 'VALIDATED';
    this.validatedById = change.by;
    if (this.releaseTo !== null) {
      this.confidentiality = this.releaseTo;
      this.releaseTo = null;
      this.needsRelease = false;
    }
    this.changed(change);
  }

  /** What it rests on changed: nobody vouches for it until it was looked at again. A draft already waits for that. */
  markForReview(change: Change): void {
    this.refuseArchived();
    if (this.status === 'VALIDATED') this.status = 'REVIEW_DUE';
    this.changed(change);
  }

  /**
   * Takes it out of use; links to it keep working.
   * @param successorId the note that replaces it; null when none does.
   * @throws Error when archived already, or when it would replace itself.
   */
  archive(successorId: string | null, change: Change): void {
    this.refuseArchived();
    if (successorId === this.id) throw new Error('A note does not replace itself.');
    this.status = 'ARCHIVED';
    this.supersededById = successorId;
    this.changed(change);
  }

  private refuseArchived(): void {
    if (this.status === 'ARCHIVED') throw new Error('An archived note does not change.');
  }

  private changed(change: Change): void {
    this.version += 1;
    this.updatedAt = change.at;
    this.updatedById = change.by;
  }
}
KnowledgeNoteSchema.setClass(KnowledgeNote);
