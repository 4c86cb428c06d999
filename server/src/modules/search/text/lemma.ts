/**
 * Brings plurals to the form that PostgreSQL's `dutch` stemmer starts from; the stemmer itself leaves
 * `corporaties`, `modellen` and `plannen` away from their singulars. Takes and gives folded words.
 */
export function lemma(word: string): string {
  if (word.length < 5 || /\d/.test(word)) return word;
  if (/[^aeiou]ies$/.test(word)) return word.slice(0, -1);
  if (/([bdfgklmnprst])\1en$/.test(word)) return word.slice(0, -3);
  if (/(heden)$/.test(word)) return `${word.slice(0, -5)}heid`;
  // prijzen → prijs, brieven → brief: the letter that hardens at the end of a word.
  const hardened = /^(.*(?:ui|ij|ei|ie|oe|eu|ou|au))(z|v)en$/.exec(word);
  if (hardened) return `${hardened[1]}${hardened[2] === 'z' ? 's' : 'f'}`;
  if (/(ers|els|ens|ars)$/.test(word)) return word.slice(0, -1);
  return word;
}
