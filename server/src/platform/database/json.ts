/** What survives a trip through a `jsonb` column unchanged. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
