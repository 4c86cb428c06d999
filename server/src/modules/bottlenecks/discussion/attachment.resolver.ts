import { attachmentVerbs } from '@versnellingstafel/shared/discussion/permissions';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { AbilityFact } from '../../../platform/graphql/abilities.ts';
import { Ability } from '../../../platform/graphql/ability.type.ts';
import type { Outcome } from '../../../platform/graphql/graph-context.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { AttachmentInput, AttachmentPayload, AttachmentType } from '../../discussion/discussion.module.ts';
import { type AppContext, PersonType } from '../../people/people.module.ts';
import type { BottleneckFace } from '../bottleneck.face.ts';
import { BottleneckType } from '../bottleneck.types.ts';
import { addAttachment } from './add-attachment.ts';
import { type AttachmentFace, attachmentsOf, attachmentUrl } from './attachment.queries.ts';
import { removeAttachment, restoreAttachment } from './change-attachment.ts';
import { AddAttachmentInput } from './discussion.types.ts';
import { abilitiesOnSaid } from './said-facts.ts';

@Resolver(() => BottleneckType)
export class BottleneckAttachments {
  @FieldResolver(() => [AttachmentType], {
    description: 'Files and links with it that the viewer may read, the oldest first.',
  })
  attachments(@Ctx() context: AppContext, @Root() row: BottleneckFace): Promise<readonly AttachmentFace[]> {
    return attachmentsOf(context, row.id);
  }
}

@Resolver(() => AttachmentType)
export class AttachmentFields {
  @FieldResolver(() => String, { description: 'Where to get it: an address of this server for what was uploaded.' })
  url(@Root() attachment: AttachmentFace): string {
    return attachmentUrl(attachment);
  }

  @FieldResolver(() => PersonType, { description: 'Who added it.' })
  addedBy(@Ctx() context: AppContext, @Root() attachment: AttachmentFace): Promise<object | null> {
    return context.node('Person', attachment.addedById);
  }

  @FieldResolver(() => BottleneckType, { description: 'The case that it is with.' })
  bottleneck(@Ctx() context: AppContext, @Root() attachment: AttachmentFace): Promise<object | null> {
    return context.node('Bottleneck', attachment.bottleneckId);
  }

  @FieldResolver(() => [Ability], { description: 'What the viewer may do with it: REMOVE, RESTORE.' })
  viewerCan(@Ctx() context: AppContext, @Root() attachment: AttachmentFace): Promise<AbilityFact[]> {
    const { bottleneckId, addedById, removed } = attachment;
    return abilitiesOnSaid(context, { bottleneckId, byId: addedById, removed }, attachmentVerbs);
  }
}

type AttachmentOutcome = Outcome<{ bottleneckId: string; attachmentId: string }>;
const keyArg = { nullable: true, description: 'The same key for every attempt at the same thing.' } as const;

@Resolver(() => AttachmentPayload)
export class AttachmentMutations {
  @Mutation(() => AttachmentPayload, {
    description: 'Puts a file or a link with a case. For its people and who sits at its table, observers apart.',
  })
  @Policy('signedIn')
  addAttachment(
    @Ctx() context: AppContext,
    @Arg('input', () => AddAttachmentInput, { description: 'What, and with which case.' }) input: AddAttachmentInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<AttachmentOutcome> {
    return context.command('addAttachment', input, key, (tx) => addAttachment(tx, context.requireViewer(), input));
  }

  @Mutation(() => AttachmentPayload, {
    description: 'Takes it away; for a day it can be put back. For who added it and the secretary of the table.',
  })
  @Policy('signedIn')
  removeAttachment(
    @Ctx() context: AppContext,
    @Arg('input', () => AttachmentInput, { description: 'Which.' }) input: AttachmentInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<AttachmentOutcome> {
    return context.command('removeAttachment', input, key, (tx) =>
      removeAttachment(tx, context.requireViewer(), input),
    );
  }

  @Mutation(() => AttachmentPayload, { description: 'Puts it back. For who added it and the secretary of the table.' })
  @Policy('signedIn')
  restoreAttachment(
    @Ctx() context: AppContext,
    @Arg('input', () => AttachmentInput, { description: 'Which.' }) input: AttachmentInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<AttachmentOutcome> {
    return context.command('restoreAttachment', input, key, (tx) =>
      restoreAttachment(tx, context.requireViewer(), input),
    );
  }

  @FieldResolver(() => AttachmentType, { nullable: true, description: 'The attachment; null when nothing changed.' })
  attachment(@Ctx() context: AppContext, @Root() outcome: AttachmentOutcome): Promise<object | null> {
    return context.node('Attachment', outcome.attachmentId);
  }

  @FieldResolver(() => BottleneckType, { nullable: true, description: 'Its case; null when nothing changed.' })
  bottleneck(@Ctx() context: AppContext, @Root() outcome: AttachmentOutcome): Promise<object | null> {
    return context.node('Bottleneck', outcome.bottleneckId);
  }
}
