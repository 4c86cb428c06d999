/** One value of a filter. */
export interface FilterOption {
  id: string;
  label: string;
  count?: number;
}
