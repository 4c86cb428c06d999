import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  ApplyImportMutation,
  ApplyImportMutationVariables,
  ConfirmImportGuessesMutation,
  ConfirmImportGuessesMutationVariables,
  DiscardImportMutation,
  DiscardImportMutationVariables,
  FixImportCellMutation,
  FixImportCellMutationVariables,
  ImportRow_RowFragment,
  ImportView_ImportFragment,
  MapImportMutation,
  MapImportMutationVariables,
  SkipImportRowMutation,
  SkipImportRowMutationVariables,
  StartImportMutation,
  StartImportMutationVariables,
  UndoImportMutation,
  UndoImportMutationVariables,
} from '../../../generated/graphql.ts';
import { problemFragment } from '../../commands/problem.ts';

/** An import as its page shows it: how far it is, its columns, and how many rows of each kind. */
export const importFragment: TypedDocumentNode<ImportView_ImportFragment> = gql`
  fragment ImportView_import on Import {
    id
    importState: state
    fileName
    startedAt
    sheet
    headerRow
    done
    total
    guessCount
    guessesConfirmed
    failure
    appliedAt
    version
    table {
      id
      slug
      shortName
    }
    sheets {
      name
      rowCount
    }
    columns {
      index
      header
      samples
      field
      suggested
      remembered
    }
    counts {
      kind
      count
    }
    keptChanges {
      id
      number
      title
    }
    viewerCan {
      verb
      allowed
      reason
    }
  }
`;

/** A row of the trial run with its cells. */
export const importRowFragment: TypedDocumentNode<ImportRow_RowFragment> = gql`
  fragment ImportRow_row on ImportRow {
    id
    rowNumber
    kind
    title
    messages
    stale
    bottleneck {
      id
      number
    }
    cells {
      column
      header
      field
      raw
      value
      before
      cellState: state
      message
    }
  }
`;

export type ImportView = ImportView_ImportFragment;
export type ImportRow = ImportRow_RowFragment;
export type ImportCell = ImportRow['cells'][number];

export const startImportMutation: TypedDocumentNode<StartImportMutation, StartImportMutationVariables> = gql`
  mutation StartImport($input: StartImportInput!, $idempotencyKey: ID) {
    startImport(input: $input, idempotencyKey: $idempotencyKey) {
      import {
        id
      }
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${problemFragment}
`;

export const mapImportMutation: TypedDocumentNode<MapImportMutation, MapImportMutationVariables> = gql`
  mutation MapImport($input: MapImportInput!, $idempotencyKey: ID) {
    mapImport(input: $input, idempotencyKey: $idempotencyKey) {
      import {
        id
        ...ImportView_import @unmask
      }
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${importFragment}
  ${problemFragment}
`;

export const confirmGuessesMutation: TypedDocumentNode<
  ConfirmImportGuessesMutation,
  ConfirmImportGuessesMutationVariables
> = gql`
  mutation ConfirmImportGuesses($input: ImportVersionInput!, $idempotencyKey: ID) {
    confirmImportGuesses(input: $input, idempotencyKey: $idempotencyKey) {
      import {
        id
        ...ImportView_import @unmask
      }
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${importFragment}
  ${problemFragment}
`;

export const applyImportMutation: TypedDocumentNode<ApplyImportMutation, ApplyImportMutationVariables> = gql`
  mutation ApplyImport($input: ImportVersionInput!, $idempotencyKey: ID) {
    applyImport(input: $input, idempotencyKey: $idempotencyKey) {
      import {
        id
        ...ImportView_import @unmask
      }
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${importFragment}
  ${problemFragment}
`;

export const undoImportMutation: TypedDocumentNode<UndoImportMutation, UndoImportMutationVariables> = gql`
  mutation UndoImport($input: ImportVersionInput!, $idempotencyKey: ID) {
    undoImport(input: $input, idempotencyKey: $idempotencyKey) {
      import {
        id
        ...ImportView_import @unmask
      }
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${importFragment}
  ${problemFragment}
`;

export const discardImportMutation: TypedDocumentNode<DiscardImportMutation, DiscardImportMutationVariables> = gql`
  mutation DiscardImport($input: ImportVersionInput!, $idempotencyKey: ID) {
    discardImport(input: $input, idempotencyKey: $idempotencyKey) {
      import {
        id
        ...ImportView_import @unmask
      }
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${importFragment}
  ${problemFragment}
`;

export const fixCellMutation: TypedDocumentNode<FixImportCellMutation, FixImportCellMutationVariables> = gql`
  mutation FixImportCell($input: FixImportCellInput!, $idempotencyKey: ID) {
    fixImportCell(input: $input, idempotencyKey: $idempotencyKey) {
      row {
        id
        ...ImportRow_row @unmask
      }
      import {
        id
        ...ImportView_import @unmask
      }
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${importFragment}
  ${importRowFragment}
  ${problemFragment}
`;

export const skipRowMutation: TypedDocumentNode<SkipImportRowMutation, SkipImportRowMutationVariables> = gql`
  mutation SkipImportRow($input: SkipImportRowInput!, $idempotencyKey: ID) {
    skipImportRow(input: $input, idempotencyKey: $idempotencyKey) {
      row {
        id
        ...ImportRow_row @unmask
      }
      import {
        id
        ...ImportView_import @unmask
      }
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${importFragment}
  ${importRowFragment}
  ${problemFragment}
`;
