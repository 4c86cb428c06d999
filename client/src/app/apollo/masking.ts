import type { GraphQLCodegenDataMasking } from '@apollo/client/masking';

declare module '@apollo/client' {
  // The generated types are masked; these overrides tell Apollo so.
  interface TypeOverrides extends GraphQLCodegenDataMasking.TypeOverrides {}
}
