import { inject } from 'vitest';

if (!inject('isBuilt')) throw new Error('There is nothing to test: the build failed.');
