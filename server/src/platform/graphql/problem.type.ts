import { Field, Int, InterfaceType, ObjectType } from 'type-graphql';
import { Node } from './node.type.ts';
import { Policy } from './policy.ts';

/** `Refusal` carries a kind (`Conflict` or `ConflictProblem`); the type in the schema always ends in Problem. */
function problemType(problem: { kind?: string }): string {
  const kind = problem.kind ?? 'Field';
  return kind.endsWith('Problem') ? kind : `${kind}Problem`;
}

@InterfaceType('Problem', {
  description: 'Why a mutation was not carried out. Nothing was changed; the message says what to do next.',
  resolveType: problemType,
})
export abstract class Problem {
  @Field(() => String, { description: 'Stable code for programs.' })
  code!: string;

  @Field(() => String, { description: 'A sentence for people, in the language of the viewer.' })
  message!: string;

  @Field(() => [String], {
    description:
      'Where in the input it lies, for example ["projects", "0", "homesBlocked"]; empty when it is about the whole.',
  })
  path!: string[];
}

@Policy('withParent')
@ObjectType('FieldProblem', {
  implements: Problem,
  description: 'A field of the input is wrong; the message names the remedy.',
  simpleResolvers: true,
})
export class FieldProblem extends Problem {}

@Policy('withParent')
@ObjectType('NotFoundProblem', {
  implements: Problem,
  description: 'Not there, or not yours: the same answer.',
  simpleResolvers: true,
})
export class NotFoundProblem extends Problem {}

/** Who changed it (`changedBy`) is added by the room of people. */
@Policy('withParent')
@ObjectType('ConflictProblem', {
  implements: Problem,
  description: 'Somebody changed it meanwhile.',
  simpleResolvers: true,
})
export class ConflictProblem extends Problem {
  @Field(() => Node, { nullable: true, description: 'The thing as it is now.' })
  current!: object | null;

  @Field(() => Int, { description: 'Its version now; send this one with the next attempt.' })
  currentVersion!: number;

  @Field(() => Date, { nullable: true, description: 'When it was changed.' })
  changedAt!: Date | null;
}
