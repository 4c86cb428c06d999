import { writeFile } from 'node:fs/promises';
import { buildGraphSchema } from './platform/graphql/build-schema.ts';
import { schemaText } from './platform/graphql/schema-text.ts';
import { modules } from './modules.ts';

// Prints the schema of the code: `pnpm exec tsx --conditions=source src/print-schema.ts` in server/.
await writeFile(new URL('../../schema/schema.graphql', import.meta.url), schemaText(buildGraphSchema(modules)));
