/** Sizes that both sides obey; lengths in characters, homes in homes. */
export const bottleneckLimits = {
  titleMin: 5,
  titleMax: 160,
  textMax: 10_000,
  lineMax: 300,
  reasonMax: 1_000,
  homesMax: 20_000,
  projectsMax: 25,
  themesMax: 5,
  notesMax: 20,
  peopleMax: 50,
  /** Cases that change at once. */
  bulkMax: 500,
  viewsMax: 30,
  viewIdsMax: 100,
  viewColumnsMax: 20,
  viewNameMax: 60,
  searchMax: 2_000,
} as const;
